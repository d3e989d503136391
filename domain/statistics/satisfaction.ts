import { isKnown, mean, type Share, shareOf } from './figures.ts';
import type { SurveyRow } from './rows.ts';

/** OSM 2.3.2 */
export const DIMENSIONS = ['quality', 'efficiency', 'attitude', 'response'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** Of 1 to 5: from here on a customer counts as satisfied. */
const SATISFIED = 4;

export interface Ratings {
  readonly count: number;
  /** 1 to 5. */
  readonly mean: number | null;
  /** Marks of 4 and 5. */
  readonly satisfied: Share;
}

export interface Satisfaction {
  readonly surveys: number;
  /** All marks of all dimensions. */
  readonly overall: Ratings;
  readonly byDimension: Readonly<Record<Dimension, Ratings>>;
  readonly solved: Share;
  /** QM 2.1: percentage of 9 and 10 less that of 0 to 6, −100 to 100. */
  readonly nps: { readonly count: number; readonly score: number | null };
}

export function satisfaction(surveys: readonly SurveyRow[]): Satisfaction {
  const of = (dimension: Dimension): Ratings => ratings(surveys.map((one) => one[dimension]).filter(isKnown));
  return {
    surveys: surveys.length,
    overall: ratings(marksOf(surveys)),
    byDimension: {
      quality: of('quality'),
      efficiency: of('efficiency'),
      attitude: of('attitude'),
      response: of('response'),
    },
    solved: shareOf(surveys.map(({ solved }) => solved).filter(isKnown), (solved) => solved),
    nps: nps(surveys.map(({ recommend }) => recommend).filter(isKnown)),
  };
}

export function marksOf(surveys: readonly SurveyRow[]): number[] {
  return surveys.flatMap((one) => DIMENSIONS.map((dimension) => one[dimension])).filter(isKnown);
}

export function ratings(marks: readonly number[]): Ratings {
  return { count: marks.length, mean: mean(marks), satisfied: shareOf(marks, (mark) => mark >= SATISFIED) };
}

function nps(answers: readonly number[]): Satisfaction['nps'] {
  const count = answers.length;
  if (count === 0) return { count, score: null };
  const promoters = answers.filter((each) => each >= 9).length;
  const detractors = answers.filter((each) => each <= 6).length;
  return { count, score: (100 * (promoters - detractors)) / count };
}
