import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type LocalDate } from './zone.ts';

/**
 * The State Council's yearly notices, as the package `chinese-days` carries them. Only its data are used: its functions
 * read a day in the host's zone and take a Monday for a Sunday on a machine west of Greenwich.
 */
const daysOff: ReadonlySet<LocalDate> = new Set(Object.keys(published.holidays));
const makeUpDays: ReadonlySet<LocalDate> = new Set(Object.keys(published.workdays));
const publishedYears: ReadonlySet<string> = new Set([...daysOff].map((date) => date.slice(0, 4)));

/**
 * What the notice of that year says of a day; `ordinary` days follow the week. A year whose notice the package does not
 * know yet keeps the days off that the law fixes, without make-up days: update `chinese-days` every November.
 */
export function noticeFor(date: LocalDate): 'off' | 'make-up' | 'ordinary' {
  if (makeUpDays.has(date)) return 'make-up';
  if (daysOff.has(date)) return 'off';
  return publishedYears.has(date.slice(0, 4)) || !fixedByLaw(date) ? 'ordinary' : 'off';
}

/** Days off of 全国年节及纪念日放假办法 as of 2025. */
const SOLAR = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
/** Month-day of the lunar calendar: Spring Festival, Dragon Boat, Mid-Autumn. */
const LUNAR = new Set(['1-1', '1-2', '1-3', '5-5', '8-15']);

function fixedByLaw(date: LocalDate): boolean {
  return SOLAR.has(date.slice(5)) || LUNAR.has(lunar(date)) || lunar(addDays(date, 1)) === '1-1' || isQingming(date);
}

const lunarFormat = new Intl.DateTimeFormat('en-US-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

function lunar(date: LocalDate): string {
  const parts = lunarFormat.formatToParts(Date.parse(`${date}T12:00:00Z`));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('month')}-${part('day')}`;
}

/** Qingming falls on 4 or 5 April in this century. */
function isQingming(date: LocalDate): boolean {
  const year = Number(date.slice(2, 4));
  return date.slice(5) === `04-0${Math.floor(0.2422 * year + 4.81) - Math.floor(year / 4)}`;
}
