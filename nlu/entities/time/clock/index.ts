import { readChineseClock } from './chinese.ts';
import type { Clock } from './clock.ts';
import { readDigitClock } from './digits.ts';
import { readEnglishClock } from './english.ts';

/** A clock time at `at`. `near`: a day or part of the day stands beside it, so that 一点 is a time. */
export const readClock = (text: string, at: number, near: boolean): Clock | null =>
  readDigitClock(text, at) ?? readChineseClock(text, at, near) ?? readEnglishClock(text, at);
