import type { TimeValue } from '../../../heard.ts';
import type { Part } from '../days.ts';
import type { FeastId } from '../holidays.ts';

export type Mod = TimeValue['mod'];

export type Stretch = 'begin' | 'middle' | 'end' | 'first-third' | 'second-third' | 'last-third';

/** What a word of dates means. `shift` counts weeks, months or years from now; null when the word leaves it open. */
export type DateWord =
  | { readonly is: 'day'; readonly offset: number; readonly part?: Part }
  | { readonly is: 'weekday'; readonly n: number; readonly shift: number | null }
  | { readonly is: 'weekend'; readonly shift: number | null }
  | { readonly is: 'period'; readonly unit: 'week' | 'month' | 'year'; readonly shift: number }
  | { readonly is: 'month-part'; readonly stretch: Stretch; readonly shift: number | null }
  | { readonly is: 'year-part'; readonly stretch: Stretch; readonly shift: number | null }
  | { readonly is: 'workday' }
  /** Days around today: 这两天 back or ahead. Either may be absent. */
  | {
      readonly is: 'around';
      readonly past: readonly [from: number, to: number] | null;
      readonly future: readonly [from: number, to: number] | null;
    }
  | { readonly is: 'feast'; readonly feast: FeastId; readonly off: boolean }
  | { readonly is: 'month'; readonly month: number; readonly strict: boolean };

export type DateEntry = readonly [string, DateWord];

/** Each word of a blank-separated list with its meaning; `_` stands for a blank. */
export const all = <T>(value: T, words: string): (readonly [string, T])[] =>
  words.split(' ').map((word) => [word.replaceAll('_', ' '), value] as const);

export const EARLY: Part = { from: 0, to: 6 };
export const MORNING: Part = { from: 6, to: 12 };
export const NOON: Part = { from: 11, to: 13 };
export const AFTERNOON: Part = { from: 12, to: 18 };
export const DUSK: Part = { from: 17, to: 19 };
export const EVENING: Part = { from: 18, to: 24 };
export const LATE: Part = { from: 22, to: 29 };
export const DAYTIME: Part = { from: 8, to: 18 };
