import assert from 'node:assert/strict';
import { CALLS } from '../../dialogs/catalogue.ts';
import { named } from '../../dialogs/named.ts';
import { LANGUAGES } from '../../domain/ids.ts';
import { INTENTS } from '../../domain/labels.ts';
import { INTENT_NAMES } from '../../locales/labels.ts';
import { START, talk, understand, ZONE } from '../conversations/talk.ts';

describe('quick replies of wishes', () => {
  for (const language of LANGUAGES) {
    it(`lead to their intent whatever the model thinks (${language})`, () => {
      for (const intent of INTENTS) {
        const heard = understand(INTENT_NAMES[intent][language], { language, now: START, timeZone: ZONE });
        // in Chinese "yes", "no" and the like have one label in both scripts
        assert.deepEqual([named(heard).intent, named(heard).band], [intent, 'act']);
      }
    });

    it(`are answered by something of their own (${language})`, async () => {
      for (const intent of INTENTS.filter((i) => CALLS[i].kind === 'form')) {
        await talk({ locale: language })
          .customer(INTENT_NAMES[intent][language])
          .check(({ replies }) => {
            const name = JSON.stringify(replies[0]?.channelData);
            assert.doesNotMatch(name, /notUnderstood|didYouMean|outOfScope/, `${intent}: ${name}`);
          });
      }
    });
  }
});
