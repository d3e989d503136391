import { INTENTS, type Intent } from '../domain/labels.ts';
import { bestOf } from './bands.ts';
import { clausesOf } from './clauses.ts';
import type { Reading } from './model.ts';
import { features } from './text/features.ts';

/** Small talk and control: never a wish beside another, and giving way to one. */
export const SMALL: ReadonlySet<Intent> = new Set([
  'greet',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'help',
  'cancel',
  'back',
  'restart',
  'out-of-scope',
]);

/** From this probability of several wishes the clauses are heard too: the main wish is mostly said first. */
const SEVERAL = 0.2;
/** From this one a second wish is named, if a clause is as sure of it as `SURE` and the whole knows of it at all. */
const SECOND = 0.4;
const SURE = 0.85;
const HINT = 0.005;
const MOST = 2;

/** Intents of the clauses of a text; none where the whole gives no sign of several wishes. */
export const clausesHeard = (
  text: string,
  whole: Reading,
  read: (features: readonly number[]) => Reading,
): Float64Array[] =>
  (whole.probabilities.wishes[1] ?? 0) < SEVERAL
    ? []
    : clausesOf(text).map((clause) => read(features(clause)).probabilities.intent);

/** The intents of the whole, a text of several wishes being known by its first as much as by itself. */
export const mainOf = (whole: Reading, clauses: readonly Float64Array[]): Float64Array => {
  const first = clauses.find((c) => !SMALL.has(INTENTS[bestOf(c).index] ?? 'out-of-scope')) ?? clauses[0];
  return first ? whole.probabilities.intent.map((p, i) => (p + (first[i] ?? 0)) / 2) : whole.probabilities.intent;
};

/**
 * Second wishes, in the order said. A false one annoys more than a missed one, for the customer can say it again: the three limits
 * were chosen in cross-validation so that three in four are meant.
 */
export const alsoOf = (main: Intent, whole: Reading, clauses: readonly Float64Array[]): Intent[] => {
  if (SMALL.has(main) || (whole.probabilities.wishes[1] ?? 0) < SECOND) return [];
  const found = clauses.flatMap((clause) => {
    const best = bestOf(clause);
    const hinted = (whole.probabilities.intent[best.index] ?? 0) >= HINT;
    return best.probability >= SURE && hinted ? (INTENTS[best.index] ?? []) : [];
  });
  return [...new Set(found)].filter((intent) => intent !== main && !SMALL.has(intent)).slice(0, MOST);
};
