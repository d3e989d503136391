import assert from 'node:assert/strict';
import { parseState, STATE_SCHEMA } from '../../../bot/state.ts';
import { hoursLater, inEachLanguage, pressed, said, same } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';

describe('resuming', () => {
  inEachLanguage('a form is taken up again after days', [
    said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
    pressed(0, 'askSince'),
    hoursLater(72, ['三天前', '三天前', 'three days ago'], 'resumed', 'askPattern'),
  ]);

  inEachLanguage('coming back with hello puts the open question again', [
    said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
    pressed(0, 'askSince'),
    hoursLater(24, ['你好', '你好', 'hello'], 'resumed', 'greeting', 'askSince'),
  ]);

  inEachLanguage('the language may change in the middle', [
    same('我要投诉', 'tellMe'),
    same('Your staff were rude to me and nobody answered my calls for two weeks', 'heardYou', 'askRemedy'),
    same('退费', 'askConsent'),
  ]);

  it('answers of another shape are asked again and the rest is kept', async () => {
    await talk()
      .customer('预约后天下午3点上门维修宽带，地址浦东新区张江路88号')
      .bot('askConsent')
      .check((world) => {
        const { form } = world.state?.dialog ?? {};
        assert.ok(world.state && form);
        const answers = { ...form.answers, slot: '2026-11-23T15:00', wish: { from: 0 }, service: 7, gone: 'x' };
        world.state = { ...world.state, dialog: { ...world.state.dialog, form: { ...form, answers } } };
      })
      .customer('同意')
      .bot('askService')
      .customer('宽带')
      .bot('askSlot');
  });

  it('a dialog of an unknown shape starts over kindly, keeping customer and language', () => {
    const stored = {
      schema: STATE_SCHEMA,
      language: 'en',
      customer: 'someone',
      reference: {},
      lastAt: 0,
      greeted: true,
      dialog: { form: { name: 'gone', step: 3 } },
    };
    const parsed = parseState(stored);
    assert.ok(parsed.kind === 'state');
    assert.equal(parsed.state.language, 'en');
    assert.equal(parsed.state.dialog.form, null);
  });

  it('the language switch puts the open question in the new language', () =>
    talk()
      .customer('我要预约')
      .bot('askKind')
      .activity({ type: 'event', name: 'language', value: 'en' })
      .bot('languageSet', 'askKind')
      .says('What kind of appointment'));
});
