import type { EntryView } from '../../../adapters/desk/schemas.ts';

/** Why a message is not with the customer. `late`: the conversation was no longer the agent's when it came. */
export type Failure = 'unreachable' | 'refused' | 'late';

export interface SentFile {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly contentType: string;
}
/** A message of the agent that is not yet in the transcript. */
export interface Outgoing {
  /** The same in every try: sent twice it is one message. */
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  /** Uploaded already. */
  readonly files: readonly SentFile[];
  readonly at: string;
  /** `taken`: the server has it durably; it is with the customer when it stands in the transcript. */
  readonly state: 'waiting' | 'sending' | 'taken' | 'failed';
  readonly failure: Failure | null;
  /** What the server said of a refusal. */
  readonly message: string | null;
}
type Outbox = readonly Outgoing[];

/** The next to be sent: of each conversation one at a time, in the order in which they were written. */
export function nextToSend(outbox: Outbox): readonly Outgoing[] {
  const held = new Set<string>();
  return outbox.filter(({ conversation, state }) => {
    if (state === 'taken' || held.has(conversation)) return false;
    // what failed waits for the agent's word and holds back nothing
    if (state === 'failed') return false;
    held.add(conversation);
    return state === 'waiting';
  });
}

export function withState(
  outbox: Outbox,
  id: string,
  state: Outgoing['state'],
  failure: Failure | null = null,
  message: string | null = null,
): Outbox {
  return outbox.map((each) => (each.id === id ? { ...each, state, failure, message } : each));
}

export function retried(outbox: Outbox, id: string): Outbox {
  const again = outbox.find((each) => each.id === id && each.state === 'failed');
  if (again === undefined) return outbox;
  // it stands after what was written since, as it will in the transcript
  return [...discarded(outbox, id), { ...again, state: 'waiting', failure: null, message: null }];
}

/** The server can be reached again: what only failed for that goes out by itself. */
export function resumed(outbox: Outbox): Outbox {
  return outbox.map((each) =>
    each.failure === 'unreachable' ? { ...each, state: 'waiting' as const, failure: null, message: null } : each,
  );
}

export function discarded(outbox: Outbox, id: string): Outbox {
  return outbox.filter((each) => each.id !== id);
}

/** Those that stand in the transcript are on their way no more. */
export function delivered(outbox: Outbox, entries: readonly EntryView[]): Outbox {
  const ids = new Set(entries.map(({ clientId }) => clientId));
  return outbox.some(({ id }) => ids.has(id)) ? outbox.filter(({ id }) => !ids.has(id)) : outbox;
}

export function refusedLate(outbox: Outbox, id: string): Outbox {
  return withState(outbox, id, 'failed', 'late');
}
