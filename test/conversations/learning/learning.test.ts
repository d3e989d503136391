import assert from 'node:assert/strict';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import type { Intent } from '../../../domain/labels.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import type { Band, Understand } from '../../../nlu/heard.ts';
import { memoryLedger, START, talk, understand } from '../talk.ts';

const SOURCE = { channel: 'web', account: 'web', sourceId: 'dl_learner' };
const UNKNOWN = '嗯那个蓝色的圈圈';
const VAGUE = '我家那个东西又那样了';
const PERSON = '找个真人吧，';
const STRANGE = '你们老板属什么的';

/** The shipped understanding, but for a few texts whose band must not depend on the model. */
const RANKED = ['fault.report', 'complaint.file', 'service.change'] as const;
const fixed: Understand = (text, context) => {
  const heard = understand(text, context);
  const as = (band: Band, intent: Intent) => {
    const ranked = RANKED.map((each) => ({ intent: each, confidence: 0.3 }));
    return { ...heard, band, intent, ranked, also: [] };
  };
  if (text.startsWith(UNKNOWN)) return as('unknown', 'fault.report');
  if (text.startsWith(VAGUE)) return as('confirm', 'fault.report');
  if (text.startsWith(PERSON)) return as('act', 'handoff.request');
  return text.startsWith(STRANGE) ? as('act', 'out-of-scope') : heard;
};

/** What waits for review: text, how it came there, and what the customer chose. */
async function open(ledger: Ledger) {
  return (await ledger.learning.list(20)).map(({ text, kinds, chosen }) => [text, kinds, chosen]);
}

describe('what the bot learns from', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await memoryLedger();
    const customer = await ledger.customers.ofSource(SOURCE, START);
    const consent = { purpose: 'improvement', channel: 'web', given: true } as const;
    await ledger.customers.recordConsent(customer, consent, 'agreed' as IdempotencyKey, START);
  });
  afterEach(() => ledger.close());
  const talking = (from = SOURCE.sourceId) => talk({ ledger, from, understand: fixed });

  it('an utterance that was not understood, masked', async () => {
    await talking().customer(`${UNKNOWN} 13800138000`).bot('notUnderstood');
    assert.deepEqual(await open(ledger), [[`${UNKNOWN} [phone]`, { abstained: 1 }, {}]]);
    const [only] = await ledger.learning.list(1);
    assert.deepEqual(only?.ranked, RANKED);
  });

  it('what was wanted, when the next message says it', async () => {
    await talking().customer(UNKNOWN).bot('notUnderstood').customer('我要投诉').bot('tellMe');
    assert.deepEqual(await open(ledger), [[UNKNOWN, { corrected: 1 }, { 'complaint.file': 1 }]]);
  });

  it('what was wanted, when "did you mean" was answered by a button, its place, or its name', async () => {
    for (const answer of ['故障报修', '1', '第一个'])
      await talking().customer(VAGUE).bot('didYouMean').customer(answer);
    assert.deepEqual(await open(ledger), [[VAGUE, { confirmed: 3 }, { 'fault.report': 3 }]]);
  });

  it('that it was none of them, and then what it was', async () => {
    await talking().customer(VAGUE).bot('didYouMean').customer('都不是');
    assert.deepEqual(await open(ledger), [[VAGUE, { abstained: 1 }, {}]]);
    await talking().customer(VAGUE).bot('didYouMean').customer('都不是').customer('我要预约');
    assert.deepEqual(await open(ledger), [[VAGUE, { abstained: 1, corrected: 1 }, { 'appointment.book': 1 }]]);
  });

  it('another wish given instead of an answer to "did you mean"', async () => {
    await talking().customer(VAGUE).bot('didYouMean').customer('我要预约');
    assert.deepEqual(await open(ledger), [[VAGUE, { corrected: 1 }, { 'appointment.book': 1 }]]);
  });

  it('what is beside the business only when a wish follows', async () => {
    await talking().customer(STRANGE).bot('outOfScope').customer('谢谢');
    assert.deepEqual(await open(ledger), []);
    await talking().customer(STRANGE).bot('outOfScope').customer('我要投诉');
    assert.deepEqual(await open(ledger), [[STRANGE, { corrected: 1 }, { 'complaint.file': 1 }]]);
  });

  it('nothing about the words before, when a person is asked for', async () => {
    await talking().customer(UNKNOWN).bot('notUnderstood').customer('转人工');
    await talking().customer(UNKNOWN).bot('notUnderstood').customer(PERSON.repeat(20));
    assert.deepEqual(await open(ledger), [[UNKNOWN, { abstained: 2 }, {}]]);
  });

  it('nothing from the answers to a form', async () => {
    await talking()
      .customer('我要预约')
      .bot('askKind')
      .customer(UNKNOWN)
      .bot('answerNotUnderstood', 'askKind')
      .customer(UNKNOWN)
      .bot('notUnderstoodTwice', 'askKind');
    assert.deepEqual(await open(ledger), []);
  });

  it('nothing of a story longer than 300 characters', async () => {
    await talking().customer(UNKNOWN.repeat(40)).bot('notUnderstood');
    assert.deepEqual(await open(ledger), []);
  });

  it('nothing without consent to it', async () => {
    await talking('dl_other').customer(UNKNOWN).bot('notUnderstood');
    assert.deepEqual(await open(ledger), []);
  });

  it('nothing any more once the consent is withdrawn', async () => {
    await talking().customer(UNKNOWN).bot('notUnderstood');
    assert.equal((await open(ledger)).length, 1);
    await talking()
      .customer('撤回我的同意')
      .bot('sureToWithdrawConsent')
      .customer('是')
      .bot('consentWithdrawn')
      .customer(UNKNOWN)
      .bot('notUnderstood');
    assert.deepEqual(await open(ledger), []);
  });

  it('from those who agree to it where data are asked for, and not from those who only agree to the service', async () => {
    const asked = (from: string) =>
      talking(from).customer('我要投诉，上个月多扣了我三十块').customer('退钱').bot('askConsent');
    const rest = (from: string, answer: string) =>
      asked(from).customer(answer).customer('王芳 13800138000').customer('确认提交').customer(UNKNOWN);
    await rest('dl_served', '同意');
    assert.deepEqual(await open(ledger), []);
    await rest('dl_helping', '同意，也帮助改进');
    assert.deepEqual(await open(ledger), [[UNKNOWN, { abstained: 1 }, {}]]);
  });

  it('without costing a reply when nothing can be kept', async () => {
    const learning = { ...ledger.learning, keep: () => Promise.reject(new Error('down')) };
    await talk({ ledger: { ...ledger, learning }, from: SOURCE.sourceId, understand: fixed })
      .customer(UNKNOWN)
      .bot('notUnderstood');
  });
});
