import assert from 'node:assert/strict';
import { CAP, cap } from '../../nlu/text/cap.ts';
import { normalise } from '../../nlu/text/normalise.ts';

describe('normalise', () => {
  const table: readonly (readonly [string, string])[] = [
    ['１３８ＡＢＣ', '138abc'],
    ['查\u200b话\u202e费', '查话费'],
    ['  a \t\n b\u3000c ', 'a b c'],
    ['哈哈哈哈哈哈', '哈哈哈'],
    ['100000', '100000'],
    ['查話費', '查话费'],
    ['寬頻斷線', '宽带断网'],
    ['網路伺服器', '网络服务器'],
    ['帳單', '账单'],
    ['賬單', '账单'],
    ['簡訊', '短信'],
    ['數據機', '光猫'],
    ['行動電話', '移动电话'],
    ['儲值', '充值'],
    ['禮拜天', '星期天'],
    ['關係', '关系'],
    ['係唔係', '是不是'],
    ['屋企上唔到網', '家里上不了网'],
    ['點解佢哋仲未嚟', '为什么他们还没来'],
    ['唔使人工', '不用人工'],
    ['師傅幾時到', '师傅什么时候到'],
  ];
  for (const [raw, wanted] of table)
    it(`${JSON.stringify(raw)} → ${wanted}`, () => {
      assert.equal(normalise(raw), wanted);
    });

  it('gives the same for what it gave', () => {
    for (const [raw] of table) assert.equal(normalise(normalise(raw)), normalise(raw));
  });

  it('keeps the beginning and the end of a long text and splits no surrogate pair', () => {
    const text = `${'甲'.repeat(400)}${'乙'.repeat(9000)}${'😀'.repeat(300)}`;
    const kept = Array.from(cap(text));
    assert.equal(kept.length, CAP + 1);
    assert.equal(kept[0], '甲');
    assert.equal(kept.at(-1), '😀');
    assert.ok(cap(text).isWellFormed());
    assert.equal(cap('😀'.repeat(CAP)), '😀'.repeat(CAP));
  });
});
