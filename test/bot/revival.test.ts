import assert from 'node:assert/strict';
import { INTERNAL_CHANNEL } from '../../bot/activity.ts';
import { createRespond } from '../../bot/shouwenBot.ts';
import type { ConversationId, IdempotencyKey, MessageId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { manual, memoryLedger, START, understand, ZONE } from '../conversations/talk.ts';
import { file } from '../conversations/twoChannels.ts';

const WECHAT = 'wechat-conversation' as ConversationId;
const from = { id: 'openid' };
const recipient = { id: 'gh' };
const SOURCE = { channel: 'wechat', account: 'gh', sourceId: 'openid' };

describe('news of a case in a conversation that expired', () => {
  let ledger: Ledger;
  let number: string;
  const respond = (activity: object) => {
    const work = createRespond({ manual, ledger, understand, zone: ZONE });
    const inbound = { type: 'message' as const, from, recipient, channelId: 'wechat', locale: 'en', ...activity };
    const input = { conversation: WECHAT, message: 'm' as MessageId, activity: inbound, at: START };
    return work(null, input);
  };
  const news = (name: string, value: unknown) =>
    createRespond({ manual, ledger, understand, zone: ZONE })(null, {
      ...{ conversation: WECHAT, message: 'n' as MessageId, at: START },
      activity: { type: 'event', channelId: INTERNAL_CHANNEL, name, value },
    });
  beforeEach(async () => {
    ledger = await memoryLedger();
    const { state } = await respond({ text: 'hello' });
    const world = { state, conversation: WECHAT, now: START };
    number = (await file(ledger, world)).number;
  });
  afterEach(() => ledger.close());

  it('reach the customer who is known to be there, on their channel and in their language', async () => {
    const told = await news('case.stage', { number, stage: 'classified', note: null });
    assert.match(told.replies[0]?.text ?? '', new RegExp(number));
    assert.deepEqual(told.state?.reference.from, from);
    assert.deepEqual([told.state?.reference.channelId, told.state?.language], ['wechat', 'en']);
  });

  it('reach nobody else who has the number now', async () => {
    await ledger.customers.unlink(SOURCE, 'unlink' as IdempotencyKey, START);
    const told = await news('case.stage', { number, stage: 'classified', note: null });
    assert.deepEqual(told.replies, []);
  });

  it('are the only ones that do', async () => {
    const told = await news('handoff.changed', { handoff: 'h', epoch: 1 });
    assert.deepEqual([told.state, told.replies], [null, []]);
  });
});
