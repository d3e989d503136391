import type { Instant } from '../ids.ts';
import { isWorkingDay } from './calendar.ts';
import type { Manual } from './schema.ts';
import { addDays, type LocalDate, minutesOf, OPERATOR_ZONE, toInstant, toLocal } from './zone.ts';

/** Who keeps hours: the agents' desk or the branches. */
export type Staffed = 'desk' | 'branches';

/** A stretch in which somebody is there; `to` itself is closed. */
export interface Opening {
  readonly from: Instant;
  readonly to: Instant;
}

/** The longest run of closed days that is looked across. */
const DAYS_AHEAD = 60;

/** The opening that an instant falls in, or null when closed. */
export function openAt(manual: Manual, who: Staffed, at: Instant, zone: string = OPERATOR_ZONE): Opening | null {
  const today = openingsOn(manual, who, toLocal(at, zone).date, zone);
  return today.find(({ from, to }) => from <= at && at < to) ?? null;
}

/** When somebody is there next: `at` itself while open; null when nothing opens within 60 days. */
export function nextOpening(manual: Manual, who: Staffed, at: Instant, zone: string = OPERATOR_ZONE): Instant | null {
  const today = toLocal(at, zone).date;
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const next = openingsOn(manual, who, addDays(today, day), zone).find(({ to }) => at < to);
    if (next) return Math.max(next.from, at);
  }
  return null;
}

function openingsOn(manual: Manual, who: Staffed, date: LocalDate, zone: string): Opening[] {
  const week = manual.hours[who];
  const windows = isWorkingDay(date) ? week.workingDays : week.otherDays;
  return windows.map(([from, to]) => ({
    from: toInstant(date, minutesOf(from), zone),
    to: toInstant(date, minutesOf(to), zone),
  }));
}
