import type { Language } from '../../../domain/ids.ts';
import type { Zone } from './zone.ts';

/** A stretch of whole days, `to` exclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** What a reading is taken against. */
export interface Reference {
  readonly now: number;
  /** Day number of `now` in the zone. */
  readonly today: number;
  readonly zone: Zone;
  readonly language: Language;
}

/** Days as said. `next` stands when the words recur (周五, 5号, 12月5号, 国庆): the first that begins on or after a day. */
export interface DateReading {
  readonly end: number;
  readonly ranges: readonly Days[];
  readonly next: ((day: number) => Days | null) | null;
  /** Part of the day said in the same word (今晚, tonight). */
  readonly part?: Part;
}

/** A part of the day in hours; beyond 24 is the next day. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Days before today in which the latest past reading of a recurring date is looked for: enough for 29 February. */
const LOOK_BACK = 366 * 8 + 1;

export const oneDay = (day: number): Days => ({ from: day, to: day + 1 });

/** The latest past reading and the first future one. A day that is today is the past one; a longer stretch that runs now stands alone. */
export const pastAndFuture = (today: number, next: (day: number) => Days | null, period: number): Days[] => {
  let past: Days | null = null;
  let future = next(today - Math.min(LOOK_BACK, period));
  for (let i = 0; i < 40 && future !== null && future.from <= today; i++) {
    past = future;
    future = next(future.from + 1);
  }
  const found = past !== null && past.to > today && past.to - past.from > 1 ? [past] : [past, future];
  return found.filter((days) => days !== null);
};
