import type { Example } from '../examples.ts';
import { foldOf } from '../learn/groups.ts';
import { train } from '../train.ts';
import { createUnderstand } from '../understand.ts';
import type { Judged } from './evaluate.ts';

/**
 * Every row heard by a model that has not learnt from its group; the whole path of an utterance, entities excepted. The folds are
 * other ones than those the bands are fitted on.
 */
export const crossValidated = (examples: readonly Example[], folds: number): Judged[] => {
  const foldOfRow = (row: Example): number => foldOf(`outer ${row.group}`, folds);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const model = train(examples.filter((row) => foldOfRow(row) !== fold));
    const understand = createUnderstand(model, () => []);
    return examples
      .filter((row) => foldOfRow(row) === fold)
      .map((row) => ({
        row,
        heard: understand(row.text, { language: 'zh-Hans', now: 0, timeZone: 'Asia/Shanghai' }),
      }));
  });
};
