import assert from 'node:assert/strict';
import type { BotActivity, InboundActivity } from '../../../bot/activity.ts';
import { createRespond } from '../../../bot/shouwenBot.ts';
import { type ConversationState, parseState } from '../../../bot/state.ts';
import { Ticker } from '../../../bot/timers.ts';
import type { ConversationId, MessageId } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { manual, START, understand, ZONE } from '../../conversations/talk.ts';

/** A customer in a conversation of their own, which goes on as long as the test does. */
export interface Neighbour {
  /** Says these one after the other; `#n` presses the quick reply at that place. The names of the last turn's messages. */
  says(...words: string[]): Promise<readonly string[]>;
  /** Names of what was told since, unasked; and the words of the newest message. */
  told(): readonly string[];
  readonly last: () => BotActivity | undefined;
}

/** Several customers on one ledger, and the ticker that brings them news. */
export class Street {
  readonly ledger: Ledger;
  now = START;
  readonly #conversations = new Map<ConversationId, (activity: InboundActivity, id: MessageId) => Promise<void>>();
  readonly #ticker: Ticker;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.#ticker = new Ticker({
      ledger,
      now: () => this.now,
      clock: () => {},
      failed: (error) => assert.fail(String(error)),
      utteranceDays: 90,
      intake: async (conversation, { id, activity }) => {
        await this.#conversations.get(conversation)?.(activity, id);
        return { kind: 'accepted', sequence: 1 } as never;
      },
    });
  }

  /** Brings what is due by then. */
  async later(ms: number): Promise<void> {
    this.now += ms;
    await this.#ticker.tick();
    // batches go out a second after one another
    this.now += 2000;
    await this.#ticker.tick();
  }

  neighbour(from: string): Neighbour {
    const conversation = `of ${from}` as ConversationId;
    const respond = createRespond({ manual, ledger: this.ledger, understand, zone: ZONE });
    let state: ConversationState | null = null;
    let replies: readonly BotActivity[] = [];
    let unasked: string[] = [];
    let count = 0;
    const seen = new Set<string>();
    const turn = async (activity: InboundActivity, id: MessageId) => {
      if (seen.has(id)) return;
      seen.add(id);
      const answered = await respond(state, { conversation, message: id, activity, at: this.now });
      const parsed = parseState(JSON.parse(JSON.stringify(answered.state)));
      assert.ok(parsed.kind === 'state');
      state = parsed.state;
      if (activity.type === 'event') unasked.push(...answered.replies.map(nameOf));
      if (answered.replies.length > 0) replies = answered.replies;
    };
    this.#conversations.set(conversation, turn);
    return {
      says: async (...words) => {
        for (const word of words) {
          this.now += 5000;
          const place = /^#(\d)$/.exec(word)?.[1];
          const pressed = replies.at(-1)?.suggestedActions?.actions[Number(place)]?.title;
          const text = place === undefined ? word : pressed;
          assert.ok(text !== undefined, `no quick reply ${word} after ${replies.map(nameOf).join(', ')}`);
          const activity = { type: 'message', text, channelId: 'web', from: { id: from }, recipient: { id: 'web' } };
          replies = [];
          await turn(activity as InboundActivity, `${from}/${++count}` as MessageId);
        }
        return replies.map(nameOf);
      },
      told() {
        const all = unasked;
        unasked = [];
        return all;
      },
      last: () => replies.at(-1),
    };
  }
}

function nameOf(reply: BotActivity): string {
  const shouwen = reply.channelData?.shouwen as { name?: string } | undefined;
  return shouwen?.name ?? reply.name ?? '?';
}
