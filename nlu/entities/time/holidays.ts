import chineseDays from 'chinese-days';
import { DAY_MS, dayNumber, ymd } from './civil.ts';
import type { Days } from './days.ts';

/** A feast: by the sun or the moon, with the days off that go with it where the table of the year does not tell. */
interface Feast {
  readonly day: (year: number) => number;
  /** Days off before the feast itself and from it on. */
  readonly off: readonly [before: number, from: number];
  /** How `chinese-days` names it in its table of days off. */
  readonly name: string | null;
}

const solar = (month: number, day: number) => (year: number) => dayNumber(year, month, day);
const lunar =
  (month: number, day: number, before = 0) =>
  (year: number): number =>
    parse(chineseDays.getSolarDateFromLunar(`${year}-${two(month)}-${two(day)}`).date) - before;
const qingming = (year: number): number => parse(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'));
/** The nth weekday (7 Sunday) of a month. */
const nth = (month: number, weekday: number, count: number) => (year: number) => {
  const first = dayNumber(year, month, 1);
  const shift = (weekday - (((first + 3) % 7) + 1) + 7) % 7;
  return first + shift + 7 * (count - 1);
};

const FEASTS = {
  'new-year': { day: solar(1, 1), off: [0, 1], name: '元旦' },
  'new-years-eve': { day: solar(12, 31), off: [0, 1], name: null },
  spring: { day: lunar(1, 1), off: [1, 7], name: '春节' },
  'spring-eve': { day: lunar(1, 1, 1), off: [0, 1], name: null },
  lantern: { day: lunar(1, 15), off: [0, 1], name: null },
  qingming: { day: qingming, off: [0, 3], name: '清明' },
  labour: { day: solar(5, 1), off: [0, 5], name: '劳动节' },
  children: { day: solar(6, 1), off: [0, 1], name: null },
  'dragon-boat': { day: lunar(5, 5), off: [0, 3], name: '端午' },
  qixi: { day: lunar(7, 7), off: [0, 1], name: null },
  'mid-autumn': { day: lunar(8, 15), off: [0, 3], name: '中秋' },
  chongyang: { day: lunar(9, 9), off: [0, 1], name: null },
  national: { day: solar(10, 1), off: [0, 7], name: '国庆节' },
  'singles-day': { day: solar(11, 11), off: [0, 1], name: null },
  'christmas-eve': { day: solar(12, 24), off: [0, 1], name: null },
  christmas: { day: solar(12, 25), off: [0, 1], name: null },
  'womens-day': { day: solar(3, 8), off: [0, 1], name: null },
  'mothers-day': { day: nth(5, 7, 2), off: [0, 1], name: null },
  'double-tenth': { day: solar(10, 10), off: [0, 1], name: null },
  valentine: { day: solar(2, 14), off: [0, 1], name: null },
  'lunar-2': { day: lunar(1, 2), off: [0, 1], name: null },
  'lunar-3': { day: lunar(1, 3), off: [0, 1], name: null },
  'lunar-4': { day: lunar(1, 4), off: [0, 1], name: null },
  'lunar-5': { day: lunar(1, 5), off: [0, 1], name: null },
  'lunar-6': { day: lunar(1, 6), off: [0, 1], name: null },
  'lunar-7': { day: lunar(1, 7), off: [0, 1], name: null },
} satisfies Record<string, Feast>;

export type FeastId = keyof typeof FEASTS;

/** Years that the lunar table covers. */
const FIRST_YEAR = 1905;
const LAST_YEAR = 2095;

/** The feast of a year: its day, or with `off` the days off around it. */
export const feastIn = (id: FeastId, year: number, off: boolean): Days | null => {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const feast: Feast = FEASTS[id];
  const day = feast.day(year);
  return off ? daysOff(feast, day) : { from: day, to: day + 1 };
};

/** The first feast that begins on or after a day. */
export const nextFeast =
  (id: FeastId, off: boolean) =>
  (day: number): Days | null => {
    const { year } = ymd(day);
    for (const y of [year, year + 1, year + 2]) {
      const days = feastIn(id, y, off);
      if (days !== null && days.from >= day) return days;
    }
    return null;
  };

const daysOff = ({ off, name }: Feast, day: number): Days => {
  const isOff = (d: number): boolean => {
    const detail = chineseDays.getDayDetail(format(d));
    return name !== null && !detail.work && detail.name.includes(name);
  };
  if (!isOff(day)) return { from: day - off[0], to: day + off[1] };
  let from = day;
  let to = day + 1;
  while (day - from < 12 && isOff(from - 1)) from--;
  while (to - day < 12 && isOff(to)) to++;
  return { from, to };
};

/** Whether people work on a day: weekdays but for holidays, and make-up days. */
export const isWorkday = (day: number): boolean => {
  const { year } = ymd(day);
  return year < FIRST_YEAR || year > LAST_YEAR ? (((day + 3) % 7) + 7) % 7 < 5 : chineseDays.isWorkday(format(day));
};

/** Working days counted one by one; more of them are taken by the rule of three. */
const MOST_WORKDAYS = 60;

/** The day `count` working days after (or before, when negative) a day. */
export const addWorkdays = (day: number, count: number): number => {
  if (Math.abs(count) > MOST_WORKDAYS) return day + Math.round((count * 7) / 5);
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (isWorkday(at)) left--;
  }
  return at;
};

const two = (n: number): string => String(n).padStart(2, '0');
const parse = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const format = (day: number): string => {
  const { year, month, day: date } = ymd(day);
  return `${year}-${two(month)}-${two(date)}`;
};
