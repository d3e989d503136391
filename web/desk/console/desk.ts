import type { QueryClient } from '@tanstack/react-query';
import type { ConversationView, QueueView, ServerFrame, StaffView } from '../../../adapters/desk/schemas.ts';
import { call } from '../lib/api.ts';
import { attentive } from '../lib/attention.ts';
import { discarded, type Outgoing, resumed, retried } from '../lib/outbox.ts';
import { KEYS } from '../lib/queries.ts';
import { whoAmI } from '../lib/session.tsx';
import { type Events, follow } from '../lib/socket.ts';
import { STATUSES } from '../lib/statuses.ts';
import { createStore, type LiveStore } from '../lib/store.ts';
import { sawServerTime } from '../lib/time.ts';
import { keepOthers } from './keepOthers.ts';
import { reader } from './reading.ts';
import { sender } from './sending.ts';

const HERE_MS = 10_000;
const TYPING_EVERY_MS = 3_000;
/** New words are on the screen for so long before they count as read. */
const READ_MS = 600;

/** What the panes of the console share: the live state and everything an agent does in it. */
export interface Desk {
  readonly store: LiveStore;
  /** Connects; returns what ends it. */
  start(): () => void;
  /** Which conversation is on the screen. */
  look(conversation: string | null): void;
  /** Reads a conversation and then follows it. */
  read(conversation: string): Promise<ConversationView>;
  /** The customer is neither mine nor on the screen any more. */
  leave(conversation: string): void;
  send(message: Pick<Outgoing, 'conversation' | 'text' | 'files'>): void;
  retry(id: string): void;
  discard(id: string): void;
  typing(conversation: string): void;
  /** Staff id. */
  readonly me: string;
}

/** `onStatus`: the server, or another console of mine, has changed whether I take customers. */
export function createDesk(queries: QueryClient, me: string, onStatus: (status: StaffView['status']) => void): Desk {
  const store = createStore();
  const watched = new Set<string>();
  /** Whether a conversation was mine when it was read. */
  const plain = new Map<string, boolean>();
  let looking: string | null = null;
  let events: Events | null = null;
  let typedAt = 0;
  let reading: ReturnType<typeof setTimeout> | undefined;
  const again = reader(queries);
  const pump = sender(store);

  const here = () => events?.send({ type: 'here', conversation: attentive() ? looking : null });
  /** What is on the screen has been read: told soon, and once for several lines. */
  const readSoon = (conversation: string) => {
    if (conversation !== looking || !document.hasFocus()) return;
    reading ??= setTimeout(() => {
      reading = undefined;
      here();
    }, READ_MS);
  };
  const watch = (conversation: string) => {
    const from = store.get().threads.get(conversation)?.next ?? 0;
    events?.send({ type: 'watch', conversation, from });
    readSoon(conversation);
  };
  const change = (what: (outbox: readonly Outgoing[]) => readonly Outgoing[]) => {
    store.happened({ kind: 'outbox', change: what });
    pump();
  };

  function frame(got: ServerFrame): void {
    const { seq, stale } = store.get();
    const seeing = document.hasFocus() ? looking : null;
    store.happened({ kind: 'frame', frame: got, nowMs: Date.now(), looking: seeing });
    if (store.get().stale !== stale) again.everything();
    if (got.type === 'entries') readSoon(got.conversation);
    if (got.type !== 'event' || got.seq <= seq) return;
    sawServerTime(got.at);
    const status = STATUSES.find((each) => each === got.data.status);
    if (got.kind === 'staff' && got.data.staff === me && status !== undefined) onStatus(status);
    again.after(got);
  }

  function focused(): void {
    here();
    if (looking !== null && !document.hidden) store.happened({ kind: 'read', conversation: looking });
  }

  return {
    store,
    me,
    start() {
      const queue = queries.getQueryData<QueueView>(KEYS.queue);
      store.happened({ kind: 'started', after: queue?.after ?? 0 });
      events = follow({
        after: () => store.get().seq,
        opened() {
          store.happened({ kind: 'connected' });
          for (const conversation of watched) watch(conversation);
          here();
          change(resumed);
        },
        lost: () => store.happened({ kind: 'lost' }),
        frame,
        probe: whoAmI,
      });
      const sign = setInterval(() => {
        here();
        keepOthers(queries, looking);
      }, HERE_MS);
      addEventListener('focus', focused);
      document.addEventListener('visibilitychange', focused);
      return () => {
        clearInterval(sign);
        clearTimeout(reading);
        reading = undefined;
        removeEventListener('focus', focused);
        document.removeEventListener('visibilitychange', focused);
        events?.close();
        events = null;
      };
    },
    look(conversation) {
      looking = conversation;
      if (conversation !== null) store.happened({ kind: 'read', conversation });
      here();
    },
    async read(conversation) {
      const mine = queries.getQueryData<QueueView>(KEYS.queue)?.mine.some((each) => each.conversation === conversation);
      // what is masked for others is plain for the one who has the customer: from the first word again
      const known = plain.get(conversation) === mine ? (store.get().threads.get(conversation)?.next ?? 0) : 0;
      const path = `/conversations/${encodeURIComponent(conversation)}?from=${known}`;
      const view = await call<ConversationView>('GET', path);
      plain.set(conversation, view.mine);
      store.happened({ kind: 'loaded', conversation, entries: view.entries, next: view.next });
      store.happened({ kind: 'seen', conversation, viewers: view.viewers });
      // also when it is watched already: the server ends the watch of who lost the customer
      watched.add(conversation);
      watch(conversation);
      return view;
    },
    leave(conversation) {
      watched.delete(conversation);
      plain.delete(conversation);
      events?.send({ type: 'unwatch', conversation });
      store.happened({ kind: 'closed', conversation });
      queries.removeQueries({ queryKey: KEYS.conversation(conversation) });
    },
    send(message) {
      const at = new Date().toISOString();
      const own = { ...message, id: crypto.randomUUID(), at, state: 'waiting', failure: null, message: null } as const;
      change((outbox) => [...outbox, own]);
    },
    retry: (id) => change((outbox) => retried(outbox, id)),
    discard: (id) => change((outbox) => discarded(outbox, id)),
    typing(conversation) {
      const now = Date.now();
      if (now - typedAt < TYPING_EVERY_MS) return;
      typedAt = now;
      events?.send({ type: 'typing', conversation });
    },
  };
}
