import { NO, YES } from '../locales/labels.ts';
import { type Say, say } from '../locales/messages.ts';
import type { Scene } from './scene.ts';
import type { Offer } from './state.ts';
import { personOffer } from './talk.ts';

/** CSG 7.2.3: where a customer may turn who does not accept a result, with the regulator's channel. */
export function nextInstance({ manual }: Pick<Scene, 'manual'>): Say {
  const { regulator } = manual.operator;
  return say('nextInstance', { regulator: regulator.names, contact: regulator.contact });
}

/** An apology and the offer of a person. `reopened`: number of the case that is worked on again. */
export function sorry(reopened: string | null, words: string): { offer: Offer; says: readonly Say[] } {
  const choices = [
    { value: 'yes', label: YES },
    { value: 'no', label: NO },
  ];
  return { offer: personOffer(words, 'asked'), says: [say('surveySorry', { reopened }, { choices })] };
}
