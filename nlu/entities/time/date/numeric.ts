import type { DateReading, Reference } from '../days.ts';
import { readDayAlone, readMonth } from './chinese.ts';
import { readFullDate, readSlashedDate } from './digits.ts';
import { readOrdinal } from './english.ts';

/** A date in numbers: 2026-12-05, 12月5号, 12/5, 5号, 12月, the 5th. `year` when one was said before. */
export const readNumericDate = (text: string, at: number, ref: Reference, year?: number): DateReading | null =>
  readFullDate(text, at) ??
  readSlashedDate(text, at, ref) ??
  readMonth(text, at, ref, year) ??
  readDayAlone(text, at, ref) ??
  readOrdinal(text, at, ref);
