import { isDigit } from '../../characters.ts';
import type { Clock } from './clock.ts';
import { clock, DAY, to24 } from './clock.ts';
import { meridiem } from './meridiem.ts';

/** 9:00, 15:30, 3:30pm, 12:30:45. */
export const readDigitClock = (text: string, at: number): Clock | null => {
  if (!isDigit(text[at])) return null;
  const hours = isDigit(text[at + 1]) ? 2 : 1;
  const mark = at + hours;
  if (text[mark] !== ':' || !isDigit(text[mark + 1]) || !isDigit(text[mark + 2]) || isDigit(text[mark + 3]))
    return null;
  const hour = Number(text.slice(at, mark));
  const minute = Number(text.slice(mark + 1, mark + 3));
  let end = mark + 3;
  if (text[end] === ':' && isDigit(text[end + 1]) && isDigit(text[end + 2]) && !isDigit(text[end + 3])) end += 3;
  if (minute > 59 || hour > 24) return clock(DAY + 1, true, end);
  const half = hour <= 12 ? meridiem(text, end) : null;
  if (half !== null) return clock(to24(hour, half.pm) * 60 + minute, true, half.end);
  const sure = hour > 12 || hour === 0 || text[at] === '0' || hour >= 8;
  return clock(hour * 60 + minute, sure, end);
};
