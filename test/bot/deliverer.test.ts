import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteConversations } from '../../adapters/conversations/sqlite/sqliteConversations.ts';
import type { Conversations } from '../../bot/conversations.ts';
import { Deliverer } from '../../bot/deliverer.ts';
import { type Delivered, REST_MOST_MS } from '../../bot/delivery.ts';
import { type ConversationState, STATE_SCHEMA } from '../../bot/state.ts';
import { BOT } from '../../bot/with.ts';
import { emptyDialog } from '../../dialogs/state.ts';
import type { ConversationId, MessageId } from '../../domain/ids.ts';
import { testSealer } from '../contracts/ledgerFixtures.ts';

const C = 'c' as ConversationId;
const STATE: ConversationState = {
  ...{ schema: STATE_SCHEMA, language: 'en', customer: 'x', reference: { channelId: 'test' }, lastAt: 0 },
  ...{ greeted: true, with: BOT, dialog: emptyDialog, unsettled: null },
};

/** A conversation with one reply that nobody got, and a channel that answers as it is told. */
describe('the deliverer', () => {
  let conversations: Conversations;
  let givenUp = 0;
  let tried = 0;
  let answer: Delivered = 'later';
  const deliverer = (backoffMs: number) =>
    new Deliverer({
      ...{ conversations, backoffMs, undeliverable: () => (givenUp += 1) },
      deliveryFor: () => ({
        async deliver() {
          tried += 1;
          return answer;
        },
      }),
    });
  beforeEach(async () => {
    [givenUp, tried, answer] = [0, 0, 'later'];
    conversations = new SqliteConversations({ file: ':memory:', sealer: testSealer });
    await conversations.markDelivered(C, 0);
    await conversations.accept(C, { id: 'm' as MessageId, activity: { type: 'message', text: 'x' }, at: 1 }, null);
    const begun = await conversations.begin(C, 1000);
    assert.ok(begun.kind === 'work');
    const reply = { type: 'message', from: { id: 'bot', role: 'bot' }, text: 'y' } as const;
    await conversations.commit(begun.lease, { message: 'm' as MessageId, state: STATE, replies: [reply] }, 0);
  });
  afterEach(() => conversations.close());

  it('tries again after as long as the channel wants, and no longer than 15 minutes', async () => {
    const one = deliverer(10);
    answer = { kind: 'later', afterMs: 60_000 };
    assert.equal(await one.deliver(C, STATE), 60_000);
    answer = { kind: 'later', afterMs: 86_400_000 };
    assert.equal(await deliverer(10).deliver(C, STATE), REST_MOST_MS);
    assert.equal(await conversations.delivered(C), 0, 'nothing was passed over');
  });
  it('never tries sooner than by its own back-off', async () => {
    answer = { kind: 'later', afterMs: 5 };
    assert.equal(await deliverer(2000).deliver(C, STATE), 2000);
  });
  it('after a restart begins with the shortest back-off again', async () => {
    answer = { kind: 'later', afterMs: 60_000 };
    await deliverer(10).deliver(C, STATE);
    answer = 'later';
    assert.equal(await deliverer(10).deliver(C, STATE), 10);
  });
  it('does not count the tries that customers bring who go on writing', async () => {
    const one = deliverer(60_000);
    for (let at = 0; at < 30; at++) {
      const ms = (await one.deliver(C, STATE)) ?? 0;
      assert.ok(ms > 0 && ms <= 60_000, String(ms));
    }
    assert.deepEqual([tried, givenUp], [30, 0]);
  });
  it('gives up after 20 tries that were due', async () => {
    const one = deliverer(0);
    for (let at = 1; at < 20; at++) assert.notEqual(await one.deliver(C, STATE), null, `try ${at}`);
    assert.equal(givenUp, 0);
    assert.equal(await one.deliver(C, STATE), null);
    assert.equal(givenUp, 1);
  });
  it('counts anew once something was delivered', async () => {
    const one = deliverer(50);
    await one.deliver(C, STATE);
    answer = 'waits';
    await one.deliver(C, STATE);
    answer = 'later';
    await sleep(60);
    assert.equal(await one.deliver(C, STATE), 50);
  });
});
