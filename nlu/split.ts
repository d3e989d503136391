import type { Example } from './examples.ts';
import { normalise } from './text/normalise.ts';

/** Set phrases ("help", 你好) occur in every set; anything longer in a test set must not have been trained on. */
const SET_PHRASE = 12;

/** The rows to learn from: split `train`, without texts longer than a set phrase that another split holds too. */
export const trainingRows = (examples: readonly Example[]): Example[] => {
  const held = new Set(examples.filter((e) => e.split !== 'train').map((e) => normalise(e.text)));
  return examples.filter((e) => {
    if (e.split !== 'train') return false;
    const text = normalise(e.text);
    return text.length <= SET_PHRASE || !held.has(text);
  });
};
