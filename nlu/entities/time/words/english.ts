import type { Part } from '../days.ts';
import type { FeastId } from '../holidays.ts';
import type { DateEntry } from './word.ts';
import { AFTERNOON, all, EARLY, EVENING, LATE, MORNING, NOON } from './word.ts';

const WEEKDAYS: readonly (readonly [number, string])[] = [
  [1, 'monday mondays mon'],
  [2, 'tuesday tuesdays tue tues'],
  [3, 'wednesday wednesdays weds'],
  [4, 'thursday thursdays thu thur thurs'],
  [5, 'friday fridays fri'],
  [6, 'saturday saturdays'],
  [7, 'sunday sundays'],
];

/** Names that are words of their own as well: read only behind a preposition. */
const SHORT: readonly (readonly [number, string])[] = [
  [3, 'wed'],
  [6, 'sat'],
  [7, 'sun'],
];

/** `strict` names are words of their own as well: they count only beside a number or behind a preposition. */
const MONTHS: readonly (readonly [number, boolean, string])[] = [
  [1, false, 'january jan'],
  [2, false, 'february feb'],
  [3, true, 'march mar'],
  [4, false, 'april apr'],
  [5, true, 'may'],
  [6, false, 'june'],
  [6, true, 'jun'],
  [7, false, 'july'],
  [7, true, 'jul'],
  [8, false, 'august'],
  [8, true, 'aug'],
  [9, false, 'september sept'],
  [9, true, 'sep'],
  [10, false, 'october'],
  [10, true, 'oct'],
  [11, false, 'november'],
  [11, true, 'nov'],
  [12, false, 'december'],
  [12, true, 'dec'],
];

const FEASTS: readonly (readonly [FeastId, string])[] = [
  ['new-year', "new_year's_day new_years_day"],
  ['new-years-eve', "new_year's_eve new_years_eve"],
  ['spring', 'spring_festival chinese_new_year lunar_new_year the_spring_festival cny_day'],
  ['spring-eve', "chinese_new_year's_eve chinese_new_year_eve lunar_new_year's_eve spring_festival_eve"],
  ['lantern', 'lantern_festival'],
  ['qingming', 'qingming qingming_festival tomb_sweeping_day tomb-sweeping_day ching_ming'],
  ['labour', 'labour_day labor_day may_day'],
  ['dragon-boat', 'dragon_boat_festival'],
  ['mid-autumn', 'mid-autumn_festival mid_autumn_festival mid-autumn moon_festival mid-autumn_day'],
  ['chongyang', 'double_ninth_festival'],
  ['national', 'national_day the_national_day'],
  ['singles-day', "singles_day singles'_day"],
  ['christmas-eve', 'christmas_eve'],
  ['christmas', 'christmas christmas_day xmas'],
  ['valentine', "valentine's_day valentines_day"],
];
const OFF = [' holiday', ' holidays', ' week', ' break', ' golden week'];

const SHIFTS: readonly (readonly [number, string])[] = [
  [0, 'this this_coming'],
  [1, 'next'],
  [-1, 'last this_past'],
];

export const ENGLISH_DATES: readonly DateEntry[] = [
  ...all({ is: 'day', offset: 0 } as const, 'today'),
  ...all({ is: 'day', offset: 1 } as const, 'tomorrow tmr tmrw tomorow'),
  ...all({ is: 'day', offset: -1 } as const, 'yesterday'),
  ...all({ is: 'day', offset: 2 } as const, 'the_day_after_tomorrow day_after_tomorrow'),
  ...all({ is: 'day', offset: -2 } as const, 'the_day_before_yesterday day_before_yesterday'),
  ...all({ is: 'day', offset: 0, part: EVENING } as const, 'tonight this_evening tonite'),
  ...all({ is: 'day', offset: 0, part: MORNING } as const, 'this_morning'),
  ...all({ is: 'day', offset: 0, part: AFTERNOON } as const, 'this_afternoon'),
  ...all({ is: 'day', offset: -1, part: EVENING } as const, 'last_night last_evening'),
  ...WEEKDAYS.flatMap(([n, names]) => [
    ...all({ is: 'weekday', n, shift: null } as const, names),
    ...names.split(' ').flatMap((name) => [
      ...SHIFTS.flatMap(([shift, words]) =>
        all(
          { is: 'weekday', n, shift } as const,
          words
            .split(' ')
            .map((w) => `${w}_${name}`)
            .join(' '),
        ),
      ),
      ...all({ is: 'weekday', n, shift: 1 } as const, `${name}_next_week`),
      ...all({ is: 'weekday', n, shift: 0 } as const, `${name}_this_week`),
      ...all({ is: 'weekday', n, shift: -1 } as const, `${name}_last_week`),
      ...all(
        { is: 'weekday', n, shift: 2 } as const,
        `${name}_after_next the_${name}_after_next ${name}_week_after_next`,
      ),
    ]),
  ]),
  ...SHORT.flatMap(([n, name]) => [
    ...all({ is: 'weekday', n, shift: null } as const, `on_${name}`),
    ...SHIFTS.flatMap(([shift, words]) =>
      words.split(' ').map((word): DateEntry => [`${word} ${name}`, { is: 'weekday', n, shift }]),
    ),
  ]),
  ...SHIFTS.flatMap(([shift, words]) =>
    words
      .split(' ')
      .flatMap((word) => [
        ...all({ is: 'weekend', shift } as const, `${word}_weekend`),
        ...(['week', 'month', 'year'] as const).flatMap((unit) =>
          all({ is: 'period', unit, shift } as const, `${word}_${unit}`),
        ),
      ]),
  ),
  ...all({ is: 'weekend', shift: null } as const, 'weekend the_weekend weekends'),
  ...all({ is: 'weekend', shift: 2 } as const, 'the_weekend_after_next weekend_after_next'),
  ...(['week', 'month', 'year'] as const).flatMap((unit) => [
    ...all({ is: 'period', unit, shift: 2 } as const, `the_${unit}_after_next ${unit}_after_next`),
    ...all({ is: 'period', unit, shift: -2 } as const, `the_${unit}_before_last ${unit}_before_last`),
  ]),
  ...(['begin', 'middle', 'end'] as const).flatMap((stretch) => {
    const names = { begin: ['beginning', 'start'], middle: ['middle'], end: ['end'] }[stretch];
    return names.flatMap((name) => [
      ...all(
        { is: 'month-part', stretch, shift: null } as const,
        `${name}_of_the_month the_${name}_of_the_month ${name}_of_month`,
      ),
      ...all({ is: 'month-part', stretch, shift: 0 } as const, `${name}_of_this_month the_${name}_of_this_month`),
      ...all({ is: 'month-part', stretch, shift: 1 } as const, `${name}_of_next_month the_${name}_of_next_month`),
      ...all({ is: 'month-part', stretch, shift: -1 } as const, `${name}_of_last_month the_${name}_of_last_month`),
      ...all({ is: 'year-part', stretch, shift: null } as const, `${name}_of_the_year the_${name}_of_the_year`),
    ]);
  }),
  ...all({ is: 'month-part', stretch: 'end', shift: null } as const, 'month-end month_end'),
  ...all({ is: 'month-part', stretch: 'middle', shift: null } as const, 'mid-month'),
  ...all({ is: 'workday' } as const, 'weekday weekdays working_day working_days business_day business_days'),
  ...all({ is: 'around', past: [-1, 1], future: [0, 2] } as const, 'these_two_days'),
  ...all(
    { is: 'around', past: [-3, 1], future: null } as const,
    'these_days the_past_few_days the_last_few_days past_few_days last_few_days recently lately',
  ),
  ...all({ is: 'around', past: [-3, 0], future: null } as const, 'the_other_day'),
  ...all({ is: 'around', past: null, future: [0, 4] } as const, 'the_next_few_days next_few_days the_coming_days'),
  ...FEASTS.flatMap(([feast, names]) => [
    ...all({ is: 'feast', feast, off: false } as const, names),
    ...all({ is: 'feast', feast, off: false } as const, names).flatMap(([name]) =>
      OFF.map((off): DateEntry => [name + off, { is: 'feast', feast, off: true }]),
    ),
  ]),
  ...all({ is: 'feast', feast: 'national', off: true } as const, 'golden_week'),
  ...MONTHS.flatMap(([month, strict, names]) => all({ is: 'month', month, strict } as const, names)),
];

export const ENGLISH_PARTS: readonly (readonly [string, Part])[] = [
  ...all(MORNING, 'morning mornings in_the_morning early_morning'),
  ...all(AFTERNOON, 'afternoon afternoons in_the_afternoon arvo after_lunch'),
  ...all(EVENING, 'evening evenings in_the_evening night at_night nights'),
  ...all(LATE, 'late_night in_the_middle_of_the_night late_at_night'),
  ...all(EARLY, 'early_hours the_small_hours'),
  ...all(NOON, 'lunchtime lunch_time'),
];

export const ENGLISH_IDIOMS =
  'good_morning good_afternoon good_evening good_night every_day everyday every_night every_evening every_morning every_week every_month all_day all_night day_by_day day_and_night ' +
  "one_day these_last next_time last_time next_door this_time a_day a_week a_month a_year per_day per_month per_week overnight_success weekly monthly last_year's of_the_day at_the_end_of_the_day second_hand nights_out friday_sale black_friday " +
  'every_monday every_tuesday every_wednesday every_thursday every_friday every_saturday every_sunday every_weekend';
