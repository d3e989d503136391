import assert from 'node:assert/strict';
import { outageNews } from '../../../bot/outages/news.ts';
import type { ConversationId, CustomerId, IdempotencyKey } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { manual, memoryLedger, START } from '../../conversations/talk.ts';

const customer = 'one' as CustomerId;
const conversation = 'c' as ConversationId;

describe('news of an outage, as they reach a conversation', () => {
  let ledger: Ledger;
  let outage: string;
  beforeEach(async () => {
    ledger = await memoryLedger();
    const open = { area: 'sz-futian', service: 'broadband', since: START, expectedRepair: null };
    outage = (await ledger.outages.open(open, 'k' as IdempotencyKey, START)).id;
    await ledger.outages.follow(outage, { customer, conversation, told: 1 }, START);
    await ledger.outages.update(outage, { expectedRepair: START + 1 }, START);
  });
  afterEach(() => ledger.close());

  const names = async (value: unknown, who = customer, isFree = true) =>
    (await outageNews(value, { customer: who, isFree }, { ledger, manual })).map(({ name }) => name);
  const expected = () => ({ outage, news: 2, what: 'expected' });

  it('are told to who follows it, and not to somebody else who writes there now', async () => {
    assert.deepEqual(await names(expected()), ['outageExpected']);
    assert.deepEqual(await names(expected(), 'another' as CustomerId), []);
  });

  it('are not told when newer ones are on their way', async () => {
    await ledger.outages.update(outage, { endedAt: START + 2 }, START + 2);
    assert.deepEqual(await names(expected()), []);
    assert.deepEqual(await names({ outage, news: 3, what: 'ended' }), ['outageEnded']);
  });

  it('of another shape or of an outage that is not there are none', async () => {
    for (const value of [null, 'x', { outage }, { ...expected(), what: 'x' }, { ...expected(), outage: 'x' }])
      assert.deepEqual(await names(value), []);
  });

  it('offer to say that it is not over only where nothing else is asked', async () => {
    await ledger.outages.update(outage, { endedAt: START + 2 }, START + 2);
    const value = { outage, news: 3, what: 'ended' };
    for (const isFree of [true, false]) {
      const [told] = await outageNews(value, { customer, isFree }, { ledger, manual });
      assert.equal(told?.choices?.length ?? 0, isFree ? 1 : 0);
    }
  });
});
