import type { EntryView, ServerFrame } from '../../../adapters/desk/schemas.ts';
import { type ClockNotice, clockNotice } from './clockNotice.ts';
import type { Outgoing } from './outbox.ts';
import { delivered, refusedLate } from './outbox.ts';
import { joined, type Thread } from './thread.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;
export interface Viewer {
  readonly id: string;
  readonly name: string;
}
/** The newest words of a conversation, before the queue is read again. */
export interface Newest {
  readonly text: string;
  readonly at: string;
}

/** Everything that is known beyond what was asked for: what events and the agent's own doings brought. Pure; see `step`. */
export interface Live {
  readonly link: 'connecting' | 'open' | 'reconnecting';
  /** The newest event taken: the next connection begins after it. */
  readonly seq: number;
  /** Grows when what was read before may be wrong: everything is to be asked for again. */
  readonly stale: number;
  /** Transcripts, by conversation, of those that were opened. */
  readonly threads: ReadonlyMap<string, Thread>;
  readonly unread: ReadonlyMap<string, number>;
  readonly newest: ReadonlyMap<string, Newest>;
  readonly viewers: ReadonlyMap<string, readonly Viewer[]>;
  /** Who is writing, until when (milliseconds of this machine's clock). */
  readonly typing: ReadonlyMap<string, { readonly by: string; readonly until: number }>;
  readonly outbox: readonly Outgoing[];
  /** The newest word of a clock of one's cases. */
  readonly clock: ClockNotice | null;
}

export type Happening =
  /** The queue was read as it was after this event. */
  | { readonly kind: 'started'; readonly after: number }
  | { readonly kind: 'connected' }
  | { readonly kind: 'lost' }
  /** `looking`: the conversation on the screen of an agent who is there. */
  | { readonly kind: 'frame'; readonly frame: ServerFrame; readonly nowMs: number; readonly looking: string | null }
  /** A conversation was read from its first word up to `next`. */
  | {
      readonly kind: 'loaded';
      readonly conversation: string;
      readonly entries: readonly EntryView[];
      readonly next: number;
    }
  | { readonly kind: 'seen'; readonly viewers: readonly Viewer[]; readonly conversation: string }
  | { readonly kind: 'read'; readonly conversation: string }
  /** Neither shown nor the agent's any more. */
  | { readonly kind: 'closed'; readonly conversation: string }
  | { readonly kind: 'outbox'; readonly change: (outbox: readonly Outgoing[]) => readonly Outgoing[] };

/** Typing is shown for so long after its last sign. */
const TYPING_MS = 5_000;

export const nothing: Live = {
  link: 'connecting',
  seq: 0,
  stale: 0,
  threads: new Map(),
  unread: new Map(),
  newest: new Map(),
  viewers: new Map(),
  typing: new Map(),
  outbox: [],
  clock: null,
};

/** What is known after something happened. The same object when nothing changed. */
export function step(live: Live, what: Happening): Live {
  switch (what.kind) {
    case 'started':
      return live.seq === 0 ? { ...live, seq: what.after } : live;
    case 'connected':
      return { ...live, link: 'open' };
    case 'lost':
      return { ...live, link: live.link === 'connecting' ? 'connecting' : 'reconnecting', typing: new Map() };
    case 'loaded':
      return withEntries(live, what.conversation, what.entries, what.next);
    case 'seen':
      return { ...live, viewers: put(live.viewers, what.conversation, what.viewers) };
    case 'read':
      return live.unread.has(what.conversation) ? { ...live, unread: without(live.unread, what.conversation) } : live;
    case 'closed':
      return {
        ...live,
        threads: without(live.threads, what.conversation),
        unread: without(live.unread, what.conversation),
        viewers: without(live.viewers, what.conversation),
        typing: without(live.typing, what.conversation),
      };
    case 'outbox':
      return { ...live, outbox: what.change(live.outbox) };
    case 'frame':
      return onFrame(live, what.frame, what.nowMs, what.looking);
  }
}

function onFrame(live: Live, frame: ServerFrame, nowMs: number, looking: string | null): Live {
  switch (frame.type) {
    case 'hello':
      // fewer events than were read: another ledger, so nothing read before holds
      return frame.seq < live.seq ? { ...live, seq: frame.seq, stale: live.stale + 1 } : live;
    case 'entries':
      // only goes on with what was read from its first word; one that was closed since has no use for it
      return live.threads.has(frame.conversation)
        ? withEntries(live, frame.conversation, frame.entries, frame.next)
        : { ...live, outbox: delivered(live.outbox, frame.entries) };
    case 'typing':
      return { ...live, typing: put(live.typing, frame.conversation, { by: frame.by, until: nowMs + TYPING_MS }) };
    case 'viewers':
      return { ...live, viewers: put(live.viewers, frame.conversation, frame.viewers) };
    case 'event':
      return frame.seq <= live.seq ? live : onEvent({ ...live, seq: frame.seq }, frame, looking);
  }
}

function onEvent(live: Live, event: EventFrame, looking: string | null): Live {
  const { kind, conversation, data } = event;
  if (kind === 'refused' && typeof data.id === 'string') return { ...live, outbox: refusedLate(live.outbox, data.id) };
  if (kind === 'clock') return { ...live, clock: clockNotice(event) ?? live.clock };
  if (kind !== 'message' || conversation === null) return live;
  const newest =
    typeof data.text === 'string' ? put(live.newest, conversation, { text: data.text, at: event.at }) : live.newest;
  if (event.by !== 'customer') return { ...live, newest };
  const typing = without(live.typing, conversation);
  if (conversation === looking) return { ...live, newest, typing };
  return { ...live, newest, typing, unread: put(live.unread, conversation, (live.unread.get(conversation) ?? 0) + 1) };
}

function withEntries(live: Live, conversation: string, entries: readonly EntryView[], next: number): Live {
  const before = live.threads.get(conversation);
  const after = joined(before, entries, next);
  if (after === before) return live;
  const wrote = entries.some(({ from }) => from !== 'bot');
  return {
    ...live,
    threads: put(live.threads, conversation, after),
    typing: wrote ? without(live.typing, conversation) : live.typing,
    outbox: delivered(live.outbox, entries),
  };
}

function put<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
