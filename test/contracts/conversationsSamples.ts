import { type Sealer, sealer } from '../../adapters/crypto/sealer.ts';
import type { BotActivity } from '../../bot/activity.ts';
import type { Begun, Conversations, Inbound, Lease } from '../../bot/conversations.ts';
import type { ConversationId, MessageId } from '../../domain/ids.ts';

export const AT = Date.UTC(2026, 10, 21, 8);

export const testSealer: Sealer = sealer([{ id: 'test', key: Buffer.alloc(32, 7) }]);

let count = 0;
/** A conversation that no other test has. */
export function conversation(name = 'c'): ConversationId {
  count += 1;
  return `${name}-${process.pid}-${count}` as ConversationId;
}

export const conversationId = (text: string) => text as ConversationId;
export const messageId = (text: string) => text as MessageId;

export function inbound(id: string, text = `text of ${id}`): Inbound {
  return { id: messageId(id), at: AT, activity: { type: 'message', text } };
}

export function echo(id: string, text = `text of ${id}`): BotActivity {
  return { type: 'message', from: { id: 'dl_1', role: 'user' }, text, channelData: { clientActivityID: id } };
}

export function reply(text: string): BotActivity {
  return { type: 'message', from: { id: 'bot', role: 'bot' }, text };
}

export type Work = Extract<Begun, { kind: 'work' }>;

/** Begins, waiting for another's lease to end. Fails when nothing waits. */
export async function beginWork(store: Conversations, of: ConversationId, leaseMs = 10_000): Promise<Work> {
  for (;;) {
    const begun = await store.begin(of, leaseMs);
    if (begun.kind === 'work') return begun;
    if (begun.kind === 'idle') throw new Error('nothing waits');
    await new Promise((resolve) => setTimeout(resolve, begun.forMs + 1));
  }
}

/** What a test worker keeps: the ids it worked, in order. */
export function workedIds(state: unknown): readonly string[] {
  return Array.isArray(state) ? state.map(String) : [];
}

/** Works one message the way all test workers do: remembers its id and replies with it. */
export function workOne(store: Conversations, lease: Lease, state: unknown, message: Inbound, leaseMs = 10_000) {
  const next = [...workedIds(state), message.id];
  const turn = { message: message.id, state: next, replies: [reply(`worked ${message.id}`)] };
  return store.commit(lease, turn, leaseMs).then((committed) => ({ committed, state: next }));
}

/** Works all that waits in a conversation; false when somebody else holds or took the lease. */
export async function workAll(store: Conversations, of: ConversationId, leaseMs = 10_000): Promise<boolean> {
  for (;;) {
    const begun = await store.begin(of, leaseMs);
    if (begun.kind === 'idle') return true;
    if (begun.kind === 'busy') return false;
    let state = begun.state;
    for (const message of begun.messages) {
      const worked = await workOne(store, begun.lease, state, message, leaseMs);
      if (worked.committed.kind === 'fenced') return false;
      if (worked.committed.kind === 'done before') break;
      state = worked.state;
    }
    await store.release(begun.lease);
    // only replies wait to be pushed
    if (begun.messages.length === 0) return true;
  }
}

/** Texts of the bot's replies in the log. */
export async function replies(store: Conversations, of: ConversationId): Promise<readonly (string | undefined)[]> {
  const log = await store.log(of, 0);
  return (log?.entries ?? []).filter((e) => e.activity.from.role === 'bot').map((e) => e.activity.text);
}
