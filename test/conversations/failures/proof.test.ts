import assert from 'node:assert/strict';
import type { Ledger } from '../../../domain/ledger.ts';
import { recordsOf } from '../inEachLanguage.ts';
import { memoryLedger, talk } from '../talk.ts';

async function filed(ledger: Ledger): Promise<string> {
  let number = '';
  await talk({ ledger, from: 'owner' })
    .customer('投诉你们乱扣费，要求退费')
    .press(0)
    .customer('13800131234')
    .press(0)
    .bot('complaintTaken', 'nextInstance')
    .check(async (world) => {
      number = (await recordsOf(world)).cases[0]?.number ?? '';
    });
  return number;
}

describe('failures: a case from another conversation', () => {
  let ledger: Ledger;
  let number = '';
  beforeEach(async () => {
    ledger = await memoryLedger();
    number = await filed(ledger);
  });
  afterEach(() => ledger.close());

  for (const [locale, ask] of [
    ['zh-CN', '查一下'],
    ['zh-TW', '查一下案件'],
    ['en', 'How is my case'],
  ] as const) {
    it(`opens with the last four digits (${locale})`, () =>
      talk({ ledger, locale }).customer(`${ask} ${number}`).bot('askProof').customer('1234').bot('caseIs'));

    it(`closes after three wrong proofs (${locale})`, () =>
      talk({ ledger, locale })
        .customer(`${ask} ${number}`)
        .bot('askProof')
        .customer('1111')
        .bot('proofWrong', 'askProof')
        .customer('2222')
        .bot('proofWrong', 'askProof')
        .customer('3333')
        .bot('proofWrong', 'proofLocked')
        .customer(`${ask} ${number}`)
        .bot('proofLocked')
        .check(({ state }) => assert.equal(state?.dialog.wrongProofs, 3)));
  }

  it('a number that does not exist is answered like one that is not theirs', () =>
    talk({ ledger })
      .customer('查一下 TS20261121-22222-2')
      .check(({ replies }) => assert.ok(replies.length > 0)));

  it('a mistyped number is told before any proof', () =>
    talk({ ledger })
      .customer(`查一下 ${number.slice(0, -1)}${number.endsWith('A') ? 'B' : 'A'}`)
      .bot('caseNumberMistyped', 'askCaseNumber')
      .press(0)
      .bot('caseNotFound'));

  it('the owner needs no proof, also for a closed case', () =>
    talk({ ledger, from: 'owner' })
      .customer('撤销工单')
      .bot('sureToWithdraw')
      .press(0)
      .bot('withdrawn')
      .customer(`查一下 ${number}`)
      .bot('caseIs'));
});
