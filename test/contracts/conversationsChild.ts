import process from 'node:process';
import { openRedisConversations } from '../../adapters/conversations/redis/openRedisConversations.ts';
import { SqliteConversations } from '../../adapters/conversations/sqlite/sqliteConversations.ts';
import type { Conversations } from '../../bot/conversations.ts';
import type { StorePlace } from './conversationsHarness.ts';
import { conversationId, echo, inbound, testSealer, workAll, workOne } from './conversationsSamples.ts';

/** What the parent asks of a process that has a store of its own; each is answered with `{ n, answer }`. */
export type Ask =
  /** Accepts the ids one after another, each until it is acknowledged; says `acked` for each. */
  | { readonly kind: 'accept'; readonly conversation: string; readonly ids: readonly string[] }
  /** Begins and, when `commits` is given, commits so many messages; keeps the lease. Answers how it went. */
  | { readonly kind: 'begin'; readonly conversation: string; readonly leaseMs: number; readonly commits: number }
  /** Works whatever is pending until told to stop. */
  | { readonly kind: 'work'; readonly leaseMs: number };

export interface Answer {
  readonly n: number;
  readonly answer?: unknown;
  readonly acked?: string;
}

async function open(place: StorePlace): Promise<Conversations> {
  if ('redis' in place) return openRedisConversations({ url: place.redis, sealer: testSealer, commandTimeoutMs: 1000 });
  return new SqliteConversations({ file: place.sqlite, sealer: testSealer });
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Repeats what ended with an unknown outcome, as a channel does. */
async function untilKnown<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'OutcomeUnknown') throw error;
      await pause();
    }
  }
}

async function carryOut(store: Conversations, ask: Ask, acked: (id: string) => void): Promise<unknown> {
  switch (ask.kind) {
    case 'accept': {
      const kinds: string[] = [];
      const conversation = conversationId(ask.conversation);
      for (const id of ask.ids) {
        let accepted = await untilKnown(() => store.accept(conversation, inbound(id), echo(id)));
        while (accepted.kind === 'full') {
          await pause();
          accepted = await untilKnown(() => store.accept(conversation, inbound(id), echo(id)));
        }
        kinds.push(accepted.kind);
        acked(id);
      }
      return kinds;
    }
    case 'begin': {
      const begun = await store.begin(conversationId(ask.conversation), ask.leaseMs);
      if (begun.kind !== 'work') return { kind: begun.kind };
      let state = begun.state;
      for (const message of begun.messages.slice(0, ask.commits)) {
        const worked = await workOne(store, begun.lease, state, message, ask.leaseMs);
        state = worked.state;
      }
      return { kind: begun.kind, messages: begun.messages.map((message) => message.id) };
    }
    case 'work':
      for (;;) {
        const pending = await untilKnown(() => store.pending(50));
        for (const conversation of pending) await untilKnown(() => workAll(store, conversation, ask.leaseMs));
        if (pending.length === 0) await pause();
      }
  }
}

const [place = ''] = process.argv.slice(2);
const store = await open(JSON.parse(place));
process.on('message', (message: Ask & { n: number }) => {
  const acked = (id: string) => process.send?.({ n: message.n, acked: id });
  carryOut(store, message, acked).then(
    (answer) => process.send?.({ n: message.n, answer }),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
