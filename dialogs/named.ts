import { LANGUAGES } from '../domain/ids.ts';
import { INTENTS, type Intent } from '../domain/labels.ts';
import { INTENT_NAMES } from '../locales/labels.ts';
import type { Heard } from '../nlu/heard.ts';
import { fold } from './choices.ts';

const BY_NAME: ReadonlyMap<string, Intent> = new Map(
  INTENTS.flatMap((intent) => LANGUAGES.map((language) => [fold(INTENT_NAMES[intent][language]), intent] as const)),
);

/** A wish spelled exactly as on its quick reply needs no model. */
export function named(heard: Heard): Heard {
  const intent = heard.text.length > 60 ? undefined : BY_NAME.get(fold(heard.text));
  return intent === undefined ? heard : { ...heard, intent, confidence: 1, band: 'act', also: [] };
}
