import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findEntities } from '../../../nlu/entities/index.ts';
import { readExamples } from '../../../nlu/examples.ts';
import type { HearingContext } from '../../../nlu/heard.ts';
import { mask } from '../../../nlu/masking/mask.ts';
import { withStandIns } from '../../../nlu/masking/standIns.ts';

const context: HearingContext = { language: 'zh-Hans', now: Date.UTC(2026, 10, 21, 4), timeZone: 'Asia/Shanghai' };
const find = (text: string) => findEntities(text, context);
const masked = (text: string) => mask(text, find);
const PERSONAL = new Set(['phone', 'account', 'caseNumber', 'money', 'name', 'address']);

/** What must not survive: four digits in a row in any script, and anything personal that the finders know. */
function leaks(text: string): string[] {
  const runs = text.normalize('NFKC').match(/\p{Nd}{4,}|[零〇一二三四五六七八九幺]{4,}/gu) ?? [];
  return [...runs, ...find(text).flatMap((e) => (PERSONAL.has(e.type) ? [`${e.type} ${e.text}`] : []))];
}

describe('masking an utterance', () => {
  const table: readonly (readonly [string, string | null])[] = [
    ['家里网断了，电话13800138000', '家里网断了，电话[phone]'],
    ['我叫王小明，帮王小明查一下', '我叫[name]，帮[name]查一下'],
    ['my name is John Smith and my line is dead', 'my name is [name] and my line is dead'],
    ['多扣了我30块钱', '多扣了我[money]'],
    ['发到 wang.fang@example.com 谢谢', '发到 [email] 谢谢'],
    ['13800138000@qq.com 这个邮箱收不到账单', '[email] 这个邮箱收不到账单'],
    ['打开https://a.example/x?id=1很慢', '打开[link]很慢'],
    ['example.com.cn 打不开', '[link] 打不开'],
    ['身份证４４０３０１１９９００１０１１２３Ｘ办不了', '身份证[number]办不了'],
    ['号码1.3.8.0.0.1.3.8打不通', '号码[number]打不通'],
    ['1\u200b3\u200b8\u200b0 这个数不对', '[number] 这个数不对'],
    ['加我微信 wxid_abcdef 说', '加我微信 [number] 说'],
    ['5G 信号比 wifi6 差，9:00-11:30 都这样', '5G 信号比 wifi6 差，9:00-11:30 都这样'],
    ['光猫那个灯一直红', '光猫那个灯一直红'],
    ['13800138000', null],
    ['长'.repeat(301), null],
  ];
  for (const [text, wanted] of table)
    it(`${text.slice(0, 30)} → ${wanted?.slice(0, 30)}`, () => assert.equal(masked(text), wanted));

  it('leaves nothing personal of the texts that the product learns from', () => {
    const faults = readExamples().flatMap(({ id, text }) => leaks(masked(text) ?? '').map((leak) => `${id} ${leak}`));
    assert.deepEqual(faults, []);
  }).timeout(60_000);

  it('leaves nothing personal, whatever is mixed', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789０３８٣一三八零幺'), { minLength: 1, maxLength: 14 });
    const part = fc.oneof(
      digits.map((all) => all.join('')),
      digits.map((all) => all.join('-')),
      digits.map((all) => all.join(' ')),
      digits.map((all) => all.join('\u200d')),
      fc.constantFrom(
        '我叫',
        '姓',
        '王小明',
        '欧阳芳',
        'my name is ',
        'Mary Ann',
        '账号',
        '电话',
        'AD',
        'TS2026',
        '@',
        'qq.com',
        '.',
      ),
      fc.constantFrom(
        '深圳市南山区',
        '科苑南路',
        '号',
        '栋',
        '室',
        'Road',
        '元',
        '块',
        '￥',
        '宽带',
        '，',
        ' ',
        '[name]',
        '[',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const result = masked(parts.join(''));
        assert.deepEqual(result === null ? [] : leaks(result), []);
      }),
      { numRuns: 1500 },
    );
  }).timeout(60_000);

  it('is done once and for all', () => {
    for (const [, wanted] of table) if (wanted !== null) assert.equal(masked(wanted), wanted);
  });
});

describe('stand-ins', () => {
  it('make a masked text one that the learner reads like others', () => {
    assert.equal(withStandIns('我叫[name]，电话[phone]，[x]', 'zh-Hans'), '我叫王芳，电话13800138000，[x]');
    assert.equal(withStandIns('[address] is dead, [money] gone', 'en'), '1 Keyuan South Road is dead, 30 yuan gone');
  });
});
