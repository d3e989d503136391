import { HEAD_NAMES, HEADS, type HeadName } from './heads.ts';
import { addRows } from './learn/terms.ts';
import { type Vector, vectoriser } from './learn/vectors.ts';
import type { Vocabulary } from './learn/vocabulary.ts';

/** Where the bands lie: distances between the best and the second best probability. See `bands.ts`. */
export interface Thresholds {
  readonly unknownBelow: number;
  readonly actFrom: number;
}

/** Everything learnt. `weights` is row-major by feature: `weights[feature * classes + class]`, all heads side by side. */
export interface Model {
  readonly vocabulary: Vocabulary;
  readonly heads: readonly LearntHead[];
  /** Classes of all heads together. */
  readonly classes: number;
  readonly weights: Int8Array;
  readonly thresholds: Thresholds;
  /** Texts held out by group while the bands were fitted, and how many intents the head alone got right. */
  readonly held: { readonly texts: number; readonly right: number };
  /** Hash of the examples it was learnt from. */
  readonly examples: string;
}

export interface LearntHead {
  readonly name: string;
  readonly labels: readonly string[];
  /** First column. */
  readonly offset: number;
  /** A weight is `int8 * scale`, per class. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** Probability is softmax(temperature · score). */
  readonly temperature: number;
}

/** Probabilities in the order of a head's labels. */
export type Probabilities = Readonly<Record<HeadName, Float64Array>>;

export interface Reading {
  readonly probabilities: Probabilities;
  readonly coverage: number;
}

/** Scores of every class of every head; the array is valid until the next call. */
export const scorer = (model: Pick<Model, 'classes' | 'weights' | 'heads'>): ((vector: Vector) => Float64Array) => {
  const { classes, weights } = model;
  const scores = new Float64Array(classes);
  const scales = Float64Array.from(model.heads.flatMap((head) => head.scales));
  const biases = Float64Array.from(model.heads.flatMap((head) => head.biases));
  return (vector) => {
    scores.fill(0);
    addRows(scores, weights, vector);
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) * (scales[c] ?? 0) + (biases[c] ?? 0);
    return scores;
  };
};

/** Softmax of `temperature · scores`. */
export const softmax = (scores: Float64Array, temperature: number): Float64Array => {
  let most = Number.NEGATIVE_INFINITY;
  for (const s of scores) if (s > most) most = s;
  const out = new Float64Array(scores.length);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const e = Math.exp(temperature * ((scores[i] ?? 0) - most));
    out[i] = e;
    sum += e;
  }
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) / sum;
  return out;
};

/** Reads the features of a text with all heads. */
export const reader = (model: Model): ((features: readonly number[]) => Reading) => {
  const vectorise = vectoriser(model.vocabulary);
  const score = scorer(model);
  const heads = HEAD_NAMES.map((name) => {
    const head = model.heads.find((h) => h.name === name);
    if (head?.labels.join() !== HEADS[name].labels.join()) throw new Error(`model: head ${name} has other labels`);
    return head;
  });
  const [intent, wishes, category, severity, faultCategory, faultLevel] = heads;
  const part = (scores: Float64Array, head: LearntHead | undefined): Float64Array =>
    head
      ? softmax(scores.subarray(head.offset, head.offset + head.labels.length), head.temperature)
      : new Float64Array();
  return (found) => {
    const vector = vectorise(found);
    const scores = score(vector);
    return {
      coverage: vector.coverage,
      probabilities: {
        intent: part(scores, intent),
        complaintCategory: part(scores, category),
        severity: part(scores, severity),
        faultCategory: part(scores, faultCategory),
        faultLevel: part(scores, faultLevel),
        wishes: part(scores, wishes),
      },
    };
  };
};
