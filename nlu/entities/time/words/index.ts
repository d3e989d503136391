import { dictionary } from '../../dictionary.ts';
import type { Part } from '../days.ts';
import { CHINESE_DATES, CHINESE_IDIOMS, CHINESE_PARTS } from './chinese.ts';
import { ENGLISH_DATES, ENGLISH_IDIOMS, ENGLISH_PARTS } from './english.ts';
import type { DateWord, Mod } from './word.ts';
import { all } from './word.ts';

const DATES = [...CHINESE_DATES, ...ENGLISH_DATES];
const PARTS = [...CHINESE_PARTS, ...ENGLISH_PARTS];
const IDIOMS = [...all<true>(true, CHINESE_IDIOMS), ...all<true>(true, ENGLISH_IDIOMS)];
const MODS_BEFORE = [
  ...all<Mod>('before', 'before by until till no_later_than not_later_than 最晚 最迟 不晚于 至迟 赶在'),
  ...all<Mod>('after', 'after not_before no_earlier_than past 最早 不早于 过了'),
  ...all<Mod>('about', 'around about roughly approximately at_about at_around 大概 大约 差不多 大概是 大约在 大概在'),
];

export const dateWord = dictionary<DateWord>(DATES);
export const partWord = dictionary<Part>(PARTS);
/** Sayings that hold words of time and mean none. */
export const idiom = dictionary<true>(IDIOMS);
/** Words before a time that bound it. */
export const modBefore = dictionary<Mod>(MODS_BEFORE);

/** Every list whose words may begin a time. */
export const TIME_LISTS: readonly (readonly (readonly [string, unknown])[])[] = [DATES, PARTS, IDIOMS, MODS_BEFORE];
