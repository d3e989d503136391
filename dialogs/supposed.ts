import type { Intent } from '../domain/labels.ts';
import type { Heard } from '../nlu/heard.ts';
import { restLength } from './entities.ts';
import { sayable, tells } from './words.ts';

/** A telling of so many UTF-16 units, in so many different signs, is never met with "I did not understand" alone. */
const LONG = 25;
const VARIED = 14;
/** The least probability at which the likeliest wish is worth asking about: of a long telling, and of any. */
const LIKELY_LONG = 0.3;
const LIKELY = 0.5;

const OF_A_SERVICE: readonly Intent[] = ['fault.report', 'service.apply', 'consult.general'];

/** What words may mean that are not understood: the name of a service and nothing else, or a telling. Null: anything. */
export function supposed(heard: Heard): Heard | null {
  const service = heard.entities.some(({ type }) => type === 'service' || type === 'device');
  if (service && restLength(heard, ['service', 'device']) <= 1)
    return { ...heard, ranked: OF_A_SERVICE.map((intent) => ({ intent, confidence: LIKELY })) };
  const long = heard.text.length >= LONG * (heard.language === 'en' ? 2.5 : 1) && new Set(heard.text).size >= VARIED;
  const probable = (heard.ranked[0]?.confidence ?? 0) >= (long ? LIKELY_LONG : LIKELY);
  return probable && sayable(heard.text) && tells(heard.text) ? heard : null;
}

/** A time, a place, a number and nothing else: it adds to what was said before. */
export function isDetail(heard: Heard): boolean {
  const types = heard.entities.map(({ type }) => type);
  const other = heard.band === 'act' && heard.intent !== 'out-of-scope';
  return !other && types.length > 0 && restLength(heard, types) <= 3;
}
