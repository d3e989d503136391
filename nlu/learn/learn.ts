import type { LearntHead, Model } from '../model.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { prune } from './prune.ts';
import { quantise } from './quantise.ts';
import { likeliest } from './softmax.ts';
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
  /** At most so many features, those that weigh most; bounds the model file. */
  readonly mostFeatures: number;
  /**
   * Runs of letters are many and say little each. With 150 texts a class they deserve full weight (banking77 91.4 against 90.2); on
   * the product's own, fewer and shorter, 0.35 gave +1.4 points (English +5.5) in cross-validation.
   */
  readonly lettersWeight: number;
  /** Exponent of the rarity of a feature in its weight. */
  readonly rarity: number;
  readonly svm: {
    /** Cost of an error. */
    readonly cost: number;
    readonly passes: number;
    /** Weight of this view's scores beside those of the regression. */
    readonly share: number;
  };
  readonly softmax: { readonly rate: number; readonly passes: number; readonly hidden: number };
  /** How far the prior of frequent labels is taken back: what is trained on much need not be asked much. */
  readonly evening: number;
  readonly seed: number;
}
/** Chosen by cross-validation by group; see `docs/understanding.md` for what each choice gave. */
export const RECIPE: Recipe = {
  minCount: 2,
  mostFeatures: 55_000,
  lettersWeight: 0.35,
  rarity: 0.5,
  svm: { cost: 1, passes: 6, share: 4 },
  softmax: { rate: 4, passes: 12, hidden: 0.4 },
  evening: 0.6,
  seed: 20261121,
};

export type Learnt = Pick<Model, 'vocabulary' | 'heads' | 'classes' | 'weights'>;

/** Learns all heads over one vocabulary from the features of texts. Temperatures are 1 until fitted. */
export const learn = (
  texts: readonly (readonly number[])[],
  tasks: readonly Task[],
  recipe: Recipe = RECIPE,
): Learnt => {
  const whole = vocabularyOf(texts, recipe);
  const rows = rowsOf(texts, whole);
  const all = tasks.map((task) => planesOf(task, rows, whole.hashes.length, recipe));
  const { vocabulary, planes: learnt } = prune(whole, all, recipe.mostFeatures);
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
  const { seed, svm, softmax } = recipe;
  const wanted = Int32Array.from(labels, (label) => task.classes.indexOf(label));
  const shares = task.classes.map((label) => (labels.filter((l) => l === label).length + 1) / labels.length);
  const likely = likeliest(matrix, wanted, task.classes.length, { ...softmax, seed });
  return likely.map((plane, c) => {
    const positive = Uint8Array.from(wanted, (label) => (label === c ? 1 : 0));
    const both = sum(plane, separate(matrix, positive, { cost: svm.cost, passes: svm.passes, seed }), svm.share);
    return { weights: both.weights, bias: both.bias - recipe.evening * Math.log(shares[c] ?? 1) };
  });
};

const sum = (one: Plane, other: Plane, share: number): Plane => ({
  weights: one.weights.map((w, f) => w + share * (other.weights[f] ?? 0)),
  bias: one.bias + share * other.bias,
});
