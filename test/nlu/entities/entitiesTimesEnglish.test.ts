import assert from 'node:assert/strict';
import { EN, times } from './support.ts';

/** Said on Wednesday 18 November 2026 at 10:00 in Shanghai. */
const READ: readonly (readonly [string, readonly string[]])[] = [
  // from now
  ['half an hour later', ['half an hour later = 26-11-18 10:30 moment']],
  ['in half an hour', ['in half an hour = 26-11-18 10:30 moment']],
  ['an hour and a half later', ['an hour and a half later = 26-11-18 11:30 moment']],
  ['in 2 or 3 days', ['in 2 or 3 days = 26-11-20..26-11-22 range']],
  ['2 hours ago', ['2 hours ago = 26-11-18 08:00 moment']],
  ['three days ago', ['three days ago = 26-11-15..26-11-16 day']],
  ['within 24 hours', ['within 24 hours = 26-11-18 10:00..26-11-19 10:00 range']],
  ['the last 3 days', ['the last 3 days = 26-11-15..26-11-18 10:00 range']],
  ['in 15 minutes', ['in 15 minutes = 26-11-18 10:15 moment']],
  ['a few days ago', ['a few days ago = 26-11-13..26-11-16 range about']],
  // lengths
  ['down for three days', ['three days = 72 h']],
  ['3 working days', ['3 working days = 72 h']],
  ['30 seconds', ['30 seconds = 0.008333333333333333 h']],
  ['half an hour', ['half an hour = 0.5 h']],
  // weeks
  ['the week after next', ['the week after next = 26-11-30..26-12-07 range']],
  ['Monday after next', ['Monday after next = 26-11-30..26-12-01 day']],
  ['by Friday', ['by Friday = 26-11-13..26-11-14 day before | 26-11-20..26-11-21 day before']],
  ['Monday', ['Monday = 26-11-16..26-11-17 day | 26-11-23..26-11-24 day']],
  ['next Tuesday morning', ['next Tuesday morning = 26-11-24 06:00..26-11-24 12:00 part']],
  ['last Friday', ['last Friday = 26-11-13..26-11-14 day']],
  ['Monday to Friday', ['Monday to Friday = 26-11-16..26-11-21 range | 26-11-23..26-11-28 range']],
  [
    'Monday or Tuesday',
    [
      'Monday or Tuesday = 26-11-16..26-11-17 day | 26-11-17..26-11-18 day | 26-11-23..26-11-24 day | 26-11-24..26-11-25 day',
    ],
  ],
  ['this weekend', ['this weekend = 26-11-21..26-11-23 range']],
  ['Friday the 20th', ['Friday the 20th = 26-11-20..26-11-21 day']],
  ['Tuesday, 24 Nov at 9', ['Tuesday, 24 Nov at 9 = 26-11-24 09:00 hour | 26-11-24 21:00 hour']],
  ['Monday AM', ['Monday AM = 26-11-16 06:00..26-11-16 12:00 part | 26-11-23 06:00..26-11-23 12:00 part']],
  // days
  ['the 5th', ['the 5th = 26-11-05..26-11-06 day | 26-12-05..26-12-06 day']],
  [
    '12/5',
    ['12/5 = 25-12-05..25-12-06 day | 26-05-12..26-05-13 day | 26-12-05..26-12-06 day | 27-05-12..27-05-13 day'],
  ],
  ['December 5, 2026', ['December 5, 2026 = 26-12-05..26-12-06 day']],
  ['5th of December', ['5th of December = 25-12-05..25-12-06 day | 26-12-05..26-12-06 day']],
  ['in March', ['March = 26-03-01..26-04-01 range | 27-03-01..27-04-01 range']],
  ['end of the month', ['end of the month = 26-10-25..26-11-01 range | 26-11-25..26-12-01 range']],
  [
    'the day after tomorrow at half past two',
    ['the day after tomorrow at half past two = 26-11-20 02:30 hour | 26-11-20 14:30 hour'],
  ],
  // feasts
  ['National Day', ['National Day = 26-10-01..26-10-02 day | 27-10-01..27-10-02 day']],
  ['Spring Festival', ['Spring Festival = 26-02-17..26-02-18 day | 27-02-06..27-02-07 day']],
  ['Chinese New Year', ['Chinese New Year = 26-02-17..26-02-18 day | 27-02-06..27-02-07 day']],
  ['Mid-Autumn Festival', ['Mid-Autumn Festival = 26-09-25..26-09-26 day | 27-09-15..27-09-16 day']],
  ['golden week', ['golden week = 26-10-01..26-10-08 range | 27-10-01..27-10-08 range']],
  // clock
  ['tonight after 9', ['tonight after 9 = 26-11-18 21:00 hour after']],
  ['tomorrow 3pm', ['tomorrow 3pm = 26-11-19 15:00 hour']],
  ['3pm tomorrow', ['3pm tomorrow = 26-11-19 15:00 hour']],
  ['tomorrow afternoon at 3', ['tomorrow afternoon at 3 = 26-11-19 15:00 hour']],
  [
    'between 3 and 5 tomorrow',
    ['between 3 and 5 tomorrow = 26-11-19 03:00..26-11-19 05:00 hour | 26-11-19 15:00..26-11-19 17:00 hour'],
  ],
  [
    'tomorrow 9 to 11',
    ['tomorrow 9 to 11 = 26-11-19 09:00..26-11-19 11:00 hour | 26-11-19 21:00..26-11-19 23:00 hour'],
  ],
  ['at 3', ['at 3 = 26-11-18 03:00 hour | 26-11-18 15:00 hour']],
  ['3-5pm', ['3-5pm = 26-11-17 15:00..26-11-17 17:00 hour | 26-11-18 15:00..26-11-18 17:00 hour']],
  ['quarter to 3', ['quarter to 3 = 26-11-18 02:45 hour | 26-11-18 14:45 hour']],
  ['noon tomorrow', ['noon tomorrow = 26-11-19 12:00 hour']],
  ['last night', ['last night = 26-11-17 18:00..26-11-18 part']],
  ['tomorrow after 5 about upgrading', ['tomorrow after 5 = 26-11-19 05:00 hour after | 26-11-19 17:00 hour after']],
  // left to the recogniser
  ['the first monday of december', ['the first monday of december = 25-12-01..25-12-02 day | 26-12-07..26-12-08 day']],
  ['Q3', ['Q3 = 26-07-01..26-10-01 range | 27-07-01..27-10-01 range']],
];

const NOTHING = [
  ...[
    'people march on',
    'I may call you',
    'the 2nd floor',
    'the first time',
    'at 3 Keji Road',
    '24/7',
    'all day',
    'a second SIM',
  ],
  ...['good morning', 'I have about 3 phones', 'he sat down'],
];

describe('English times', () => {
  for (const [text, wanted] of READ) {
    it(`reads "${text}"`, () => assert.deepEqual(times(text, EN), wanted));
  }
  for (const text of NOTHING) {
    it(`reads no time in "${text}"`, () => assert.deepEqual(times(text, EN), []));
  }
});
