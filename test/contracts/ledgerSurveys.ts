import assert from 'node:assert/strict';
import type { Survey } from '../../domain/desk/survey.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aStaff } from './ledgerDeskFixtures.ts';
import { aConversation, aCustomer, aKey, fresh, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerSurveys(makeHome: MakeHome): void {
  describe('surveys', () => {
    let home: TestHome;
    let ledger: Ledger;
    beforeEach(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    afterEach(async () => {
      await ledger.close();
      home.remove();
    });

    const aSurvey = (at = NOON, answers: Partial<Survey['answers']> = {}): Survey => ({
      subject: fresh('subject'),
      customer: aCustomer(),
      conversation: aConversation(),
      agent: aStaff(),
      answers: {
        ...{
          solved: true,
          quality: 5,
          efficiency: 4,
          attitude: 3,
          response: 1,
          recommend: 0,
          words: 'Zephyrine 很耐心',
        },
        ...answers,
      },
      at,
    });
    const none = { solved: null, quality: null, efficiency: null, attitude: null, response: null, words: null };

    it('are kept as they were answered, also when little was, in order of time', async () => {
      const full = aSurvey(NOON + 1);
      const empty = { ...aSurvey(NOON, { ...none, recommend: null }), agent: null };
      const unsolved = aSurvey(NOON + 2, { ...none, solved: false, recommend: 10 });
      for (const survey of [full, empty, unsolved]) await ledger.surveys.record(survey, aKey());
      assert.deepEqual(await ledger.surveys.between(NOON, NOON + 3), [empty, full, unsolved]);
      assert.deepEqual(await ledger.surveys.between(NOON + 1, NOON + 2), [full]);
    });

    it('are kept once for a key', async () => {
      const [survey, key] = [aSurvey(), aKey()];
      await Promise.all([1, 2, 3].map(() => ledger.surveys.record(survey, key)));
      await ledger.surveys.record(aSurvey(), key);
      assert.deepEqual(await ledger.surveys.between(NOON, NOON + 1), [survey]);
    });

    it('are written down with their words sealed', async () => {
      const survey = aSurvey();
      await ledger.surveys.record(survey, aKey());
      const everything = home.everything();
      assert.ok(everything.includes(survey.subject), 'the search finds what is there');
      assert.ok(!everything.includes('Zephyrine') && !everything.includes('耐心'));
    });
  });
}
