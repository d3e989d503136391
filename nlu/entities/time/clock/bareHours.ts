import { isHan, isLetter, skipBlank } from '../../characters.ts';
import { dictionary } from '../../dictionary.ts';
import { dateWord, partWord } from '../words/index.ts';
import type { Mod } from '../words/word.ts';
import { all } from '../words/word.ts';
import type { Clock } from './clock.ts';
import { hourAt } from './english.ts';

/** Words between which a bare number stands for an hour. */
const followers = dictionary<true>(
  all(
    true as const,
    'to till until and or on in please this next if is would but for then will does do - ok okay thanks thank works work as about because when so i we he she they you could can should just instead',
  ),
);
const between = dictionary<true>(all(true as const, 'between from'));
const andTo = dictionary<true>([...all(true as const, 'and to till until'), ['-', true], ['–', true], ['~', true]]);

/** English hours without a mark: "at 3", "after 9", "between 3 and 5", and beside a day "9 to 11". */
export const bareHours = (text: string, from: number, near: boolean, announced: boolean, mod: Mod): Clock | null => {
  const lead = between(text, from);
  const start = lead === null ? from : skipBlank(text, lead.end);
  const first = hourAt(text, start);
  if (first === null || first.hour < 1 || first.hour > 24) return null;
  if (lead !== null || near) {
    const link = andTo(text, skipBlank(text, first.end));
    const second = link && hourAt(text, skipBlank(text, link.end));
    if (second !== null && second.hour >= 1 && second.hour <= 24 && isHourEnd(text, second.end)) {
      const sure = second.hour > 12;
      return { minute: first.hour * 60, until: second.hour * 60, sure, about: false, end: second.end, invalid: false };
    }
  }
  const told = announced || mod === 'after' || mod === 'before' || (mod === 'about' && near);
  if (lead !== null || !told || !isHourEnd(text, first.end)) return null;
  return { minute: first.hour * 60, until: null, sure: first.hour > 12, about: false, end: first.end, invalid: false };
};

/** Whether nothing stands behind a bare number that it could count. */
const isHourEnd = (text: string, end: number): boolean => {
  const next = text[end];
  if (next === undefined || next === '\n') return true;
  if (next !== ' ')
    return !isLetter(next) && !isHan(next) && !'.,:/%-0123456789'.includes(next)
      ? true
      : (next === '.' || next === ',') && !/\d/.test(text[end + 1] ?? '');
  const after = end + 1;
  return followers(text, after) !== null || dateWord(text, after) !== null || partWord(text, after) !== null;
};
