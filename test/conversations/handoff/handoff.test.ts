import assert from 'node:assert/strict';
import { ANYTHING, inEachLanguage, pressed, recordsOf, said } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';

const taken = [
  pressed(0, 'askContact'),
  said('王先生 13800138000', '王先生 13800138000', 'Mr Brown 13800138000', 'summary'),
];

describe('handoff', () => {
  inEachLanguage(
    'a person asked for is a call-back with an owner and a clock',
    [said('转人工', '轉真人', 'I want to talk to a person', 'handoffOpen'), taken, pressed(0, 'handoffTaken')],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      assert.equal(filed?.kind, 'callback');
      assert.equal(filed?.answers.phone, '+8613800138000');
      assert.ok(filed && filed.owner !== '' && filed.clocks.length > 0);
    },
  );

  inEachLanguage(
    'in the middle carries what was gathered, and the form goes on with the contact',
    [
      said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
      said('转人工', '轉真人客服', 'talk to a person', 'handoffOpen'),
      taken,
      pressed(0, 'handoffTaken', 'backTo', 'askRemedy'),
      said('退费', '退費', 'refund', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => {
      const { cases } = await recordsOf(world);
      const callback = cases.find((c) => c.kind === 'callback');
      assert.match(String(callback?.answers.gathered), /扣费|扣費|overcharged/);
      assert.equal(cases.find((c) => c.kind === 'complaint')?.answers.phone, '+8613800138000');
    },
  );

  inEachLanguage('inside a telling', [
    said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'),
    said('给我转人工', '幫我轉真人', 'let me talk to a human', 'handoffOpen'),
    said('不同意', '不同意', 'I do not agree', 'handoffNoData', 'backTo', 'tellMe'),
  ]);

  inEachLanguage('two misunderstandings outside a form offer a person, and a yes takes it', [
    said('阿巴阿巴', '阿巴阿巴', 'blargh fnord', ANYTHING),
    said('呜呜渣渣', '嗚嗚渣渣', 'zzyzx qwrt', 'notUnderstoodTwice'),
    said('好的', '好的', 'yes please', 'handoffOpen'),
  ]);

  inEachLanguage('two misunderstandings in a form offer a person beside its answers', [
    said('我要预约', '我要預約', 'I want to book an appointment', 'askKind'),
    said('😀😀', '😀😀', '😀😀', 'answerNotUnderstood', 'askKind'),
    said('？？？', '？？？', '???', 'notUnderstoodTwice', 'askKind'),
    pressed(4, 'handoffOpen'),
  ]);

  inEachLanguage('a question without an answer offers a person', [
    said('你们5G套餐多少钱', '請問你們的5G方案多少錢', 'How much is your 5G plan?', 'cannotAnswer'),
    said('好', '好', 'yes', 'handoffOpen'),
  ]);

  for (const words of [
    '转人工',
    '人工客服',
    '我要找人工',
    '帮我转人工客服',
    '请转人工',
    '轉真人',
    '我要真人客服',
    '找個真人',
    'agent',
    'human',
    'speak to a human',
    'I need a real person',
    'can I talk to someone',
    'this is useless, I want a human',
  ]) {
    it(`"${words}" at any point`, () =>
      talk()
        .customer(words)
        .bot('handoffOpen')
        .customer('取消')
        .customer('投诉你们乱扣费')
        .customer(words)
        .bot('handoffOpen'));
  }
});
