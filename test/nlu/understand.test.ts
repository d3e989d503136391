import assert from 'node:assert/strict';
import type { Intent } from '../../domain/labels.ts';
import { loadModel } from '../../nlu/model/load.ts';
import { createUnderstand } from '../../nlu/understand.ts';

const context = { language: 'zh-Hans', now: Date.UTC(2026, 10, 18, 2), timeZone: 'Asia/Shanghai' } as const;

describe('understanding', () => {
  const understand = createUnderstand(loadModel());
  const intentOf = (text: string): Intent => understand(text, context).intent;

  describe('negation', () => {
    const table: readonly (readonly [string, Intent])[] = [
      ['我不要转人工', 'deny'],
      ['不用给我转人工了', 'deny'],
      ['唔使轉人工', 'deny'],
      ["don't transfer me to an agent", 'deny'],
      ['不是要查话费，是要办套餐', 'service.apply'],
      ['不是要查話費，是要辦套餐', 'service.apply'],
      ['转人工', 'handoff.request'],
      ["i don't want to talk to a robot", 'handoff.request'],
      ['师傅不用来了', 'appointment.cancel'],
    ];
    for (const [text, intent] of table)
      it(`${text} → ${intent}`, () => {
        assert.equal(intentOf(text), intent);
      });
  });

  describe('nothing to go on is never a confident guess', () => {
    const bad: Readonly<Record<string, string>> = {
      empty: '',
      blanks: '   \n\t ',
      emoji: '🍕🎉😀',
      'control characters': '\u0000\u0007\u001b\u200b\u202e',
      'a lone surrogate': '\ud800',
      'one digit': '5',
      'a telephone number': '13800138000',
      '5,000 digits': '7'.repeat(5000),
      '一 2,000 times': '一'.repeat(2000),
      'a Han character': '网',
      punctuation: '？？？！！！',
      markup: '<script>alert(1)</script>',
      pinyin: 'wo xiang wen yi xia',
      keyboard: 'asdfghjkl qwertyuiop',
      Cyrillic: 'Привет как дела',
      'blanks between': `1${' '.repeat(1000)}x`,
    };
    for (const [name, text] of Object.entries(bad))
      it(name, () => {
        const heard = understand(text, context);
        assert.ok(heard.band !== 'act' || heard.intent === 'out-of-scope', `${heard.intent} ${heard.confidence}`);
        assert.ok(heard.confidence >= 0 && heard.confidence <= 1);
      });
  });

  it('lets the request win over the greeting', () => {
    assert.equal(intentOf('你好，我家宽带断网了'), 'fault.report');
    assert.equal(intentOf('hi, my broadband is down'), 'fault.report');
    assert.equal(intentOf('你好'), 'greet');
  });
  it('is not made unsure by a second wish', () => {
    const heard = understand('查下话费，顺便报修宽带断网', context);
    assert.equal(heard.intent, 'consult.account');
    assert.deepEqual(heard.also, ['fault.report']);
    assert.notEqual(heard.band, 'unknown');
  });
  it('reads the same in both scripts', () => {
    for (const [hans, hant] of [
      ['查话费', '查話費'],
      ['宽带断线了', '寬頻斷線了'],
      ['我要投诉', '我要投訴'],
    ] as const)
      assert.equal(intentOf(hant), intentOf(hans));
  });
  it('calls a named broken device or a fault light equipment', () => {
    assert.equal(understand('光猫坏了上不了网', context).fault.category, 'equipment');
    assert.equal(understand('數據機一直閃紅燈', context).fault.category, 'equipment');
    assert.equal(understand('my router is broken', context).fault.category, 'equipment');
  });
  it('raises the level for many users, the severity for the regulator', () => {
    assert.equal(understand('我们整栋楼都断网了', context).fault.level, 'major');
    assert.equal(understand('医院的专线断了', context).fault.level, 'major');
    assert.equal(understand('再不处理我就去工信部投诉', context).complaint.severity, 'major');
    assert.equal(understand('打110打不通', context).complaint.severity, 'major');
  });
  it('tells the best three apart from out of scope, best first', () => {
    const { ranked } = understand('宽带断了', context);
    assert.equal(ranked.length, 3);
    assert.ok(ranked.every((r, i) => i === 0 || r.confidence <= (ranked[i - 1]?.confidence ?? 0)));
    assert.ok(ranked.every((r) => r.intent !== 'out-of-scope'));
  });
  it('does not depend on what was read before', () => {
    const first = understand('光猫亮红灯', context);
    understand('my bill is wrong '.repeat(400), context);
    assert.deepEqual(understand('光猫亮红灯', context), first);
  });
});
