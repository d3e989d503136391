import { macroF1, type Pair, perLabel, quantile, round, type Share, shareOf } from '../../nlu/evaluation/statistics.ts';
import type { Answer } from './learner.ts';
import type { TaskSet } from './set.ts';

export interface OutOfScope {
  /** Of texts of no class, at a limit under which 5 % of the others fall. */
  readonly recall: Share | null;
  /** Share of the others that falls under that limit. */
  readonly abstained: Share | null;
  /** How often a text of a class is surer of its class than a text of none. */
  readonly auroc: number | null;
}

export interface Score {
  /** Over rows whose label can be learnt. */
  readonly accuracy: Share | null;
  readonly macroF1: number | null;
  readonly outOfScope: OutOfScope | null;
}

const BUDGET = 0.05;

/** Which test rows have a label that occurs in training. */
const learnable = (set: TaskSet): boolean[] => {
  const known = new Set(set.train.map((row) => row.label));
  return set.test.map((row) => known.has(row.label));
};

/** What was right, row by row, of the rows whose label can be learnt. */
export const rightOnes = (set: TaskSet, answers: readonly Answer[]): boolean[] => {
  const counted = learnable(set);
  return set.test.map((row, i) => row.label === answers[i]?.label).filter((_, i) => counted[i]);
};

export const scoreOf = (set: TaskSet, answers: readonly Answer[]): Score => {
  if (answers.length !== set.test.length) throw new RangeError(`${answers.length} answers to ${set.test.length} texts`);
  const counted = learnable(set);
  const pairs = set.test
    .map((row, i): Pair => ({ wanted: row.label, said: answers[i]?.label ?? '' }))
    .filter((_, i) => counted[i]);
  return {
    accuracy: shareOf(pairs.filter((p) => p.wanted === p.said).length, pairs.length),
    macroF1: macroF1(perLabel(pairs)),
    outOfScope: set.none === null ? null : outOfScope(set, set.none, answers),
  };
};

/** What nlp.js calls a text it knows nothing of; fastText gives no label at all. Whatever number comes with it measures nothing. */
const NOTHING: ReadonlySet<string> = new Set(['', 'None']);

const outOfScope = (set: TaskSet, none: string, answers: readonly Answer[]): OutOfScope => {
  // The surer that there is no class, the lower.
  const sure = ({ label, confidence }: Answer): number => {
    if (NOTHING.has(label)) return 0;
    return label === none ? -confidence : confidence;
  };
  const inside: number[] = [];
  const outside: number[] = [];
  for (const [i, answer] of answers.entries()) (set.test[i]?.label === none ? outside : inside).push(sure(answer));
  return { ...atBudget(inside, outside), auroc: auroc(inside, outside) };
};

/** Of many alike at the limit only so many abstain as the budget has room for, in both groups the same share of them. */
const atBudget = (inside: readonly number[], outside: readonly number[]) => {
  const sorted = inside.toSorted((a, b) => a - b);
  const limit = quantile(sorted, BUDGET);
  const below = (values: readonly number[]): number => values.filter((v) => v < limit).length;
  const alike = (values: readonly number[]): number => values.filter((v) => v === limit).length;
  const room = Math.floor(BUDGET * inside.length) - below(inside);
  const share = room / Math.max(1, alike(inside));
  return {
    recall: shareOf(Math.floor(below(outside) + share * alike(outside)), outside.length),
    abstained: shareOf(below(inside) + room, inside.length),
  };
};

const auroc = (inside: readonly number[], outside: readonly number[]): number | null => {
  if (inside.length === 0 || outside.length === 0) return null;
  let won = 0;
  for (const high of inside) for (const low of outside) won += high > low ? 1 : high === low ? 0.5 : 0;
  return round(won / inside.length / outside.length);
};
