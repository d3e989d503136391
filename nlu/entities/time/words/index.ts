import { dictionary } from '../../dictionary.ts';
import type { Part } from '../days.ts';
import { CHINESE_DATES, CHINESE_IDIOMS, CHINESE_PARTS } from './chinese.ts';
import { ENGLISH_DATES, ENGLISH_IDIOMS, ENGLISH_PARTS } from './english.ts';
import type { DateWord } from './word.ts';
import { all } from './word.ts';

export const dateWord = dictionary<DateWord>([...CHINESE_DATES, ...ENGLISH_DATES]);
export const partWord = dictionary<Part>([...CHINESE_PARTS, ...ENGLISH_PARTS]);
export const idiom = dictionary<true>([...all<true>(true, CHINESE_IDIOMS), ...all<true>(true, ENGLISH_IDIOMS)]);
