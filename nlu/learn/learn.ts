import type { LearntHead, Model } from '../model.ts';
import type { Found } from '../text/features.ts';
import { matrixOf, type Row } from './matrix.ts';
import { type Planes, sum } from './planes.ts';
import { prune } from './prune.ts';
import { quantise } from './quantise.ts';
import { rowsOf } from './rows.ts';
import { likeliest, type SoftmaxOptions } from './softmax.ts';
import { separate } from './svm.ts';
import { targetsOf } from './targets.ts';
import { vocabularyOf } from './vocabulary.ts';

/** One head to be learnt: `labels[i]` is the label of text i, null where the text says nothing about it. */
export interface Task {
  readonly name: string;
  readonly classes: readonly string[];
  readonly labels: readonly (string | null)[];
}

export interface Recipe {
  /** Features must occur in this many texts. */
  readonly minCount: number;
  /** At most so many features, those that weigh most; bounds the model file and memory. */
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
  readonly softmax: Omit<SoftmaxOptions, 'seed'>;
  /** How far the prior of frequent labels is taken back: what is trained on much need not be asked much. */
  readonly evening: number;
  readonly seed: number;
}
/** Chosen by cross-validation by group; see `docs/understanding.md` for what each choice gave. */
export const RECIPE: Recipe = {
  minCount: 2,
  mostFeatures: 65_000,
  lettersWeight: 0.35,
  rarity: 0.5,
  svm: { cost: 1, passes: 4, share: 4 },
  softmax: { rate: 6.25, passes: 8, hidden: 0.4, hiddenUnits: 0.2 },
  evening: 0.6,
  seed: 20261121,
};

export type Learnt = Pick<Model, 'vocabulary' | 'heads' | 'classes' | 'weights'>;

/** Learns all heads over one vocabulary from the features of texts. Temperatures are 1 until fitted. */
export const learn = (texts: readonly Found[], tasks: readonly Task[], recipe: Recipe = RECIPE): Learnt => {
  const whole = vocabularyOf(
    texts.map((text) => text.hashes),
    recipe,
  );
  const rows = rowsOf(texts, whole);
  const all = alike(tasks).map((group) => planesOf(group, rows, whole.hashes.length, recipe));
  const { vocabulary, heads: learnt } = prune(whole, all, recipe.mostFeatures);
  const { weights, scales } = quantise(learnt, vocabulary.hashes.length);
  const biases = learnt.flatMap((planes) => [...planes.biases]);
  let offset = 0;
  const heads = tasks.map((task): LearntHead => {
    const [from, to] = [offset, offset + task.classes.length];
    offset = to;
    return {
      name: task.name,
      labels: task.classes,
      offset: from,
      scales: scales.slice(from, to),
      biases: biases.slice(from, to),
      temperature: 1,
    };
  });
  return { vocabulary, heads, classes: offset, weights };
};

/** Neighbours that speak of the same texts are learnt together: each text is visited once for all of them. */
const alike = (tasks: readonly Task[]): Task[][] => {
  const groups: Task[][] = [];
  for (const task of tasks) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first?.labels.every((label, i) => (label === null) === (task.labels[i] === null))) group.push(task);
    else groups.push([task]);
  }
  return groups;
};

const planesOf = (group: readonly Task[], rows: readonly Row[], width: number, recipe: Recipe): Planes => {
  const isMeant = (i: number): boolean => (group[0]?.labels[i] ?? null) !== null;
  const matrix = matrixOf(
    rows.filter((_, i) => isMeant(i)),
    width,
  );
  const targets = targetsOf(
    group.map(({ classes, labels }) => ({
      classes: classes.length,
      labels: Int32Array.from(
        labels.filter((label) => label !== null),
        (label) => classes.indexOf(label),
      ),
    })),
  );
  const { seed, svm, softmax, evening } = recipe;
  const likely = likeliest(matrix, targets, { ...softmax, seed });
  const both = sum(likely, separate(matrix, targets, { ...svm, seed }), svm.share);
  const shares = targets.tasks.flatMap(({ classes, labels }) =>
    Array.from({ length: classes }, (_, c) => (labels.filter((label) => label === c).length + 1) / labels.length),
  );
  return { ...both, biases: both.biases.map((bias, c) => bias - evening * Math.log(shares[c] ?? 1)) };
};
