import type { Example } from '../examples.ts';
import type { Understand } from '../heard.ts';
import { BadModel } from '../model/file.ts';
import type { Model } from '../model.ts';
import { createUnderstand } from '../understand.ts';
import { round } from './statistics.ts';

/** How a new model does beside the one in place, on texts neither has learnt from. */
export interface Gate {
  readonly verdict: 'fit' | 'worse';
  readonly rows: number;
  /** Share of intents right, 0 to 1. */
  readonly inPlace: number;
  readonly candidate: number;
  /** Texts that only one of the two gets right. */
  readonly lost: number;
  readonly won: number;
  /** Two-sided exact McNemar: how likely such a difference is by chance. */
  readonly p: number;
  /** Difference in accuracy that chance alone makes, at 95 %. */
  readonly noise: number;
}

const ALPHA = 0.05;
const Z = 1.959964;

/** Where a text alone is read: the same for both. */
const CONTEXT = { language: 'zh-Hans', now: 0, timeZone: 'Asia/Shanghai' } as const;

/**
 * Compares a new model with the one in place on the rows of the splits `test` and `fresh`; null when there is none in place that this code
 * can read (another format, other labels): then nothing is known to be lost.
 */
export const gateOf = (examples: readonly Example[], load: () => Model, candidate: Model): Gate | null => {
  const inPlace = understandOf(load);
  const held = examples.filter(({ split }) => split === 'test' || split === 'fresh');
  return (
    inPlace &&
    gate(
      held,
      inPlace,
      createUnderstand(candidate, () => []),
    )
  );
};

const understandOf = (load: () => Model): Understand | null => {
  const model = readable(load);
  if (model === null) return null;
  try {
    return createUnderstand(model, () => []);
  } catch {
    // it throws only on a model of other labels
    return null;
  }
};

const readable = (load: () => Model): Model | null => {
  try {
    return load();
  } catch (error) {
    if (error instanceof BadModel || isMissing(error)) return null;
    throw error;
  }
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Compares two models by the intent they hear in each row. */
export const gate = (rows: readonly Example[], inPlace: Understand, candidate: Understand): Gate => {
  const right = (understand: Understand, row: Example): boolean => understand(row.text, CONTEXT).intent === row.intent;
  return compared(rows.map((row) => [right(inPlace, row), right(candidate, row)]));
};

/**
 * The verdict from what was right before and after, row by row. Worse: fewer are right, and the exact McNemar test or the
 * paired 95 % interval says that it is not chance.
 */
export const compared = (pairs: readonly (readonly [boolean, boolean])[]): Gate => {
  const rows = pairs.length;
  const lost = pairs.filter(([before, after]) => before && !after).length;
  const won = pairs.filter(([before, after]) => !before && after).length;
  const share = (hits: number): number => (rows === 0 ? 0 : round(hits / rows));
  const p = mcNemar(lost, won);
  const noise = rows === 0 ? 0 : (Z * Math.sqrt(lost + won - (lost - won) ** 2 / rows)) / rows;
  const isWorse = lost > won && (p < ALPHA || (lost - won) / rows > noise);
  return {
    verdict: isWorse ? 'worse' : 'fit',
    rows,
    inPlace: share(pairs.filter(([before]) => before).length),
    candidate: share(pairs.filter(([, after]) => after).length),
    lost,
    won,
    p: round(p, 6),
    noise: round(noise, 6),
  };
};

/** Two-sided exact McNemar test of `lost` against `won`: a fair coin for every text on which the two differ. */
export const mcNemar = (lost: number, won: number): number => {
  const tosses = lost + won;
  // log of C(n, k) / 2^n, so that thousands of tosses neither overflow nor vanish
  let term = -tosses * Math.LN2;
  let tail = 0;
  for (let heads = 0; heads <= Math.min(lost, won); heads++) {
    tail += Math.exp(term);
    term += Math.log((tosses - heads) / (heads + 1));
  }
  return Math.min(1, 2 * tail);
};

/** One line for a person. */
export const told = ({ inPlace, candidate, rows, lost, won, p }: Gate): string =>
  `${percent(candidate)} of ${rows} texts held out right, ${percent(inPlace)} with the model in place; ${lost} lost, ${won} won, p = ${p}`;

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
