import type { LearntHead, Model } from '../model.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { quantise } from './quantise.ts';
import { type Plane, separate } from './svm.ts';
import { vectoriser } from './vectors.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** One head to be learnt: `labels[i]` is the label of text i, null where the text says nothing about it. */
export interface Task {
  readonly name: string;
  readonly classes: readonly string[];
  readonly labels: readonly (string | null)[];
}

export interface Recipe {
  /** Features must occur in this many texts. */
  readonly minCount: number;
  /**
   * Runs of letters are many and say little each. With 150 texts a class they deserve full weight (banking77 91.4 against 90.2); on
   * the product's own, fewer and shorter, 0.35 gave +1.4 points (English +5.5) in cross-validation.
   */
  readonly lettersWeight: number;
  readonly cost: number;
  readonly passes: number;
  readonly seed: number;
}
export const RECIPE: Recipe = { minCount: 2, lettersWeight: 0.35, cost: 1, passes: 8, seed: 20261121 };

export type Learnt = Pick<Model, 'vocabulary' | 'heads' | 'classes' | 'weights'>;

/** Learns all heads over one vocabulary from the features of texts. Temperatures are 1 until fitted. */
export const learn = (
  texts: readonly (readonly number[])[],
  tasks: readonly Task[],
  recipe: Recipe = RECIPE,
): Learnt => {
  const vocabulary = vocabularyOf(texts, recipe.minCount, recipe.lettersWeight);
  const rows = rowsOf(texts, vocabulary);
  const learnt = tasks.map((task) => planesOf(task, rows, vocabulary.hashes.length, recipe));
  const { weights, scales } = quantise(learnt.flat(), vocabulary.hashes.length);
  const heads: LearntHead[] = [];
  let offset = 0;
  for (const [i, task] of tasks.entries()) {
    const planes = learnt[i] ?? [];
    heads.push({
      name: task.name,
      labels: task.classes,
      offset,
      scales: scales.slice(offset, offset + planes.length),
      biases: planes.map((p) => p.bias),
      temperature: 1,
    });
    offset += planes.length;
  }
  return { vocabulary, heads, classes: offset, weights };
};

const rowsOf = (texts: readonly (readonly number[])[], vocabulary: Vocabulary) => {
  const vectorise = vectoriser(vocabulary);
  return texts.map((features) => {
    const { ids, values, length } = vectorise(features);
    return { ids: ids.slice(0, length), values: values.slice(0, length) };
  });
};

const planesOf = (task: Task, rows: ReturnType<typeof rowsOf>, width: number, recipe: Recipe): Plane[] => {
  const labels: string[] = [];
  const used = rows.filter((_, i) => {
    const label = task.labels[i] ?? null;
    if (label !== null) labels.push(label);
    return label !== null;
  });
  const matrix: Matrix = matrixOf(used, width);
  return task.classes.map((label) =>
    separate(
      matrix,
      Uint8Array.from(labels, (l) => (l === label ? 1 : 0)),
      recipe,
    ),
  );
};
