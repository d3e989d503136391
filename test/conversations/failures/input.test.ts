import assert from 'node:assert/strict';
import { LOCALES } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';

/** What customers and machines send that is no answer. */
const BAD: Readonly<Record<string, string>> = {
  empty: '',
  blanks: '   \n\t ',
  emoji: '😀🎉🎉',
  'control characters': '\u0000\u0001\u0007\u001b[31m',
  'bidi marks': '\u202e\u2066\u200f',
  '5,000 digits': '5'.repeat(5000),
  '5,000 times one sign': '一'.repeat(5000),
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  punctuation: '？！……———',
  'lone surrogate': '\ud83d',
  'zero-width': '\u200b\u200b\u200b',
};

describe('failures: bad input', () => {
  for (const [what, text] of Object.entries(BAD)) {
    it(`${what} is answered politely and the form goes on`, async () => {
      for (const locale of LOCALES) {
        await talk({ locale })
          .customer(text)
          .check(({ replies }) => assert.ok(replies.length > 0 && replies.length <= 2))
          .customer('我要预约上门维修宽带')
          .bot('askAddress')
          .customer(text)
          .check(({ replies, state }) => {
            assert.ok(replies.length >= 1);
            assert.deepEqual(Object.keys(state?.dialog.form?.answers ?? {}).sort(), ['kind', 'service']);
          })
          .customer('浦东新区张江路88号')
          .bot('askSlot');
      }
    });
  }

  it('a story of 12,000 characters is taken, filed and shown short', () =>
    talk()
      .customer('我要投诉')
      .customer(`你们上个月乱扣费，${'我打了很多次电话都没有人处理这件事情。'.repeat(600)}`)
      .bot('heardYou', 'askRemedy')
      .customer('退费')
      .bot('askConsent')
      .press(1)
      .bot('consentRefused', 'summary')
      .check(({ replies }) => assert.ok((replies.at(-1)?.text?.length ?? 0) < 500))
      .press(0)
      .bot('complaintTaken', 'nextInstance'));

  it('files without words are acknowledged and the question comes again', () =>
    talk()
      .customer('我要预约')
      .activity({ type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'https://files.test/1' }] })
      .bot('filesTaken', 'askKind'));
});
