import assert from 'node:assert/strict';
import { type OutageFacts, type OutageSays, outageWords, STILL_DOWN } from '../../../bot/outages/words.ts';
import { LANGUAGES } from '../../../domain/ids.ts';
import { manual, START, understand, ZONE } from '../../conversations/talk.ts';

const NAMES: readonly OutageSays['name'][] = ['outageOpened', 'outageExpected', 'outageEnded', 'outageSuspected'];
const area = manual.areas[1]?.names ?? { 'zh-Hans': '', 'zh-Hant': '', en: '' };
const full: OutageFacts = {
  ...{ area, service: manual.services.broadband?.names ?? null, since: START, case: 'GZ1' },
  ...{ expected: START + 3_600_000, endedAt: START + 7_200_000 },
};
const bare: OutageFacts = { ...full, service: null, expected: null, endedAt: null, case: null };

describe('the words of an outage', () => {
  for (const language of LANGUAGES) {
    it(`have no hole, with all that is known and with nothing: ${language}`, () => {
      for (const name of NAMES)
        for (const facts of [full, bare]) {
          const words = outageWords({ name, facts }, language, ZONE);
          assert.match(words, new RegExp(area[language]));
          assert.doesNotMatch(words, /undefined|null|NaN|Invalid|\[object/);
          assert.ok(words.length < 400, words);
        }
    });

    it(`name a reply that is understood: ${language}`, () => {
      const context = { language, now: START, timeZone: ZONE };
      for (const [choice, intent, facts] of [
        [STILL_DOWN.urge, 'case.urge', full],
        [STILL_DOWN.report, 'fault.report', bare],
      ] as const) {
        const label = choice.label[language];
        const heard = understand(label, context);
        assert.deepEqual([heard.intent, heard.band], [intent, 'act'], label);
        assert.ok(outageWords({ name: 'outageEnded', facts }, language, ZONE).includes(label));
      }
    });
  }
});
