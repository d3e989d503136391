import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bestOf } from './bands.ts';
import type { Example } from './examples.ts';
import { HEAD_NAMES, HEADS, type HeadName } from './heads.ts';
import { type Held, temperatureOf, thresholdsOf } from './learn/fit.ts';
import { foldOf } from './learn/groups.ts';
import { type Learnt, learn, RECIPE, type Recipe } from './learn/learn.ts';
import { vectoriser } from './learn/vectors.ts';
import { type Model, scorer, softmax } from './model.ts';
import { type Found, featuresOf } from './text/features.ts';
import { normalise } from './text/normalise.ts';

/** One part in so many is held out to fit temperatures and bands on: some three thousand texts. */
const PARTS = 5;

export type HeldOut = Record<HeadName, Held[]>;

/** Example with its features, computed once. */
interface Prepared {
  readonly example: Example;
  readonly features: Found;
}

/**
 * Learns all heads from examples; temperatures and thresholds are fitted on texts held out by group. The same
 * examples in any order give the same model.
 */
export const train = (examples: readonly Example[], recipe: Recipe = RECIPE): Model => {
  const prepared = prepare(examples);
  return fitted(prepared, learnFrom(prepared, recipe), heldOut(prepared, recipe));
};

/** The same, with the texts held out read on another processor meanwhile. */
export const trainTogether = async (examples: readonly Example[], recipe: Recipe = RECIPE): Promise<Model> => {
  const aside = new Worker(new URL('./trainAside.ts', import.meta.url), { workerData: { examples, recipe } });
  const answered = once(aside, 'message');
  const prepared = prepare(examples);
  const learnt = learnFrom(prepared, recipe);
  const [held] = await answered;
  return fitted(prepared, learnt, held);
};

/** What a model that has not learnt from them says of the texts held out. */
export const readHeldOut = (examples: readonly Example[], recipe: Recipe): HeldOut =>
  heldOut(prepare(examples), recipe);

const prepare = (examples: readonly Example[]): Prepared[] =>
  examples
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((example): Prepared => ({ example, features: featuresOf(normalise(example.text)) }));

const fitted = (prepared: readonly Prepared[], learnt: Learnt, held: HeldOut): Model => {
  const temperatures = new Map(HEAD_NAMES.map((name) => [name as string, temperatureOf(held[name])]));
  return {
    ...learnt,
    heads: learnt.heads.map((head) => ({ ...head, temperature: temperatures.get(head.name) ?? 1 })),
    thresholds: thresholdsOf(held.intent, temperatures.get('intent') ?? 1),
    held: { texts: held.intent.length, right: held.intent.filter(isRight).length },
    examples: hashOf(prepared),
  };
};

const learnFrom = (prepared: readonly Prepared[], recipe: Recipe): Learnt =>
  learn(
    prepared.map((p) => p.features),
    HEAD_NAMES.map((name) => ({
      name,
      classes: HEADS[name].labels,
      labels: prepared.map((p) => HEADS[name].labelOf(p.example)),
    })),
    recipe,
  );

const heldOut = (prepared: readonly Prepared[], recipe: Recipe): HeldOut => {
  const held: HeldOut = {
    intent: [],
    complaintCategory: [],
    severity: [],
    faultCategory: [],
    faultLevel: [],
    wishes: [],
  };
  const outside = prepared.filter((p) => foldOf(p.example.group, PARTS) === 0);
  const inside = prepared.filter((p) => foldOf(p.example.group, PARTS) !== 0);
  const learnt = learnFrom(inside, recipe);
  const vectorise = vectoriser(learnt.vocabulary);
  const score = scorer(learnt);
  for (const { example, features: found } of outside) {
    const scores = score(vectorise(found.hashes));
    for (const [i, name] of HEAD_NAMES.entries()) {
      const offset = learnt.heads[i]?.offset ?? 0;
      const labels: readonly string[] = HEADS[name].labels;
      const label = labels.indexOf(HEADS[name].labelOf(example) ?? '');
      if (label >= 0) held[name].push({ scores: scores.slice(offset, offset + labels.length), label });
    }
  }
  return held;
};

const isRight = ({ scores, label }: Held): boolean => bestOf(softmax(scores, 1)).index === label;

const hashOf = (prepared: readonly Prepared[]): string => {
  const hash = createHash('sha256');
  for (const { example } of prepared) hash.update(`${JSON.stringify(example)}\n`);
  return hash.digest('hex').slice(0, 16);
};
