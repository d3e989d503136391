import assert from 'node:assert/strict';
import type { CaseNumber } from '../../../domain/ids.ts';
import { memoryLedger, talk } from '../talk.ts';

describe('failures: guessing the proof of a case', () => {
  it('is closed for the case after five tries, also over new conversations, and is written down', async () => {
    const ledger = await memoryLedger();
    let number = '';
    await talk({ ledger, from: 'owner' })
      .customer('我要投诉，上个月多扣了我三十块，要退费，我姓王，电话13800138000')
      .customer('同意')
      .customer('确认提交')
      .check(({ replies }) => {
        number = /TS\d{8}-\w{5}-\w/.exec(replies.map((r) => r.text).join())?.[0] ?? '';
      });
    for (let visitor = 0; visitor < 3; visitor++) {
      await talk({ ledger, from: `guesser-${visitor}` })
        .customer(`查询进度 ${number}`)
        .customer(`000${visitor}`)
        .customer(`111${visitor}`);
    }
    await talk({ ledger, from: 'late' }).customer(`查询进度 ${number}`).bot('proofLocked');
    const failed = (await ledger.cases.find(number as CaseNumber))?.history.filter((h) => h.what === 'proof-failed');
    assert.equal(failed?.length, 5);
    await talk({ ledger, from: 'owner' }).customer('查询进度').bot('caseIs');
    await ledger.close();
  });
});
