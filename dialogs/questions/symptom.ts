import { z } from 'zod';
import { FAULT_CATEGORIES, FAULT_LEVELS } from '../../domain/labels.ts';
import { FIELDS } from '../../locales/labels.ts';
import { say } from '../../locales/messages.ts';
import type { Heard } from '../../nlu/heard.ts';
import { type Question, read } from '../form.ts';
import { isDangerous, serviceOfSymptom, symptomOf } from '../symptoms.ts';
import { sayable, shortened, tells } from '../words.ts';

/** What the customer told, with what was understood of it at that moment. */
export const symptomSchema = z.strictObject({
  text: z.string().max(4000),
  id: z.string().max(40),
  category: z.enum(FAULT_CATEGORIES),
  level: z.enum(FAULT_LEVELS),
  service: z.string().max(40).nullable(),
  dangerous: z.boolean(),
});
export type Symptom = z.infer<typeof symptomSchema>;

/** The same symptom said again in a few words, in UTF-16 units. */
const AGAIN = 40;

function symptomIn(heard: Heard): Symptom {
  const id = symptomOf(heard.text);
  return {
    text: heard.text.trim().slice(0, 4000),
    id,
    category: heard.fault.category,
    level: heard.fault.level,
    service: serviceOfSymptom(id, heard),
    dangerous: isDangerous(heard.text),
  };
}

export function symptomQuestion<A extends { symptom?: Symptom | undefined }, F>(): Question<A, Symptom, F> {
  return {
    label: FIELDS.symptom,
    free: 'story',
    ask: () => say('tellFault'),
    read: (heard, manner, { symptom }) => {
      // "no, it is the landline that is dead": only another symptom takes the place of one
      if (symptom !== undefined) {
        const another = symptomOf(heard.text);
        if (another === 'other' || another === 'drops' || another === symptom.id) return undefined;
        return read({ ...symptomIn(heard), text: `${symptom.text}\n${heard.text.trim()}`.slice(0, 4000) });
      }
      if (manner === 'asked') return sayable(heard.text) ? read(symptomIn(heard)) : undefined;
      if (manner === 'volunteered') return undefined;
      return symptomOf(heard.text) !== 'other' || tells(heard.text) ? read(symptomIn(heard)) : undefined;
    },
    // "it is still slow", while something else is asked
    more: (heard, value) =>
      heard.text.length <= AGAIN && value.id !== 'other' && symptomOf(heard.text) === value.id
        ? { ...value, text: `${value.text}\n${heard.text.trim()}`.slice(0, 4000) }
        : null,
    show: (value) => shortened(value.text),
  };
}
