import type { Instant } from '../ids.ts';
import { addDays, type LocalDate, toLocal } from '../manual/zone.ts';
import { countBy } from './figures.ts';
import type { StatisticsRows } from './rows.ts';

export interface Intake {
  /** Cases by kind, and `appointment`. */
  readonly byKind: Readonly<Record<string, number>>;
  /** Cases by `kind/category`. */
  readonly byCategory: Readonly<Record<string, number>>;
  readonly byChannel: Readonly<Record<string, number>>;
  /** Every day of the time asked for, in the operator's zone. */
  readonly byDay: readonly { readonly date: LocalDate; readonly requests: number; readonly handoffs: number }[];
  readonly byHour: readonly { readonly hour: number; readonly requests: number; readonly handoffs: number }[];
}

/** What came in (OSM 2.1.3): requests are cases and appointments; calls for a person are counted beside them. */
export function intake(
  { cases, bookings, handoffs }: StatisticsRows,
  from: Instant,
  to: Instant,
  zone: string,
): Intake {
  const requests = [
    ...cases.map(({ kind, channel, openedAt }) => ({ kind: String(kind), channel, at: toLocal(openedAt, zone) })),
    ...bookings.map(({ channel, bookedAt }) => ({ kind: 'appointment', channel, at: toLocal(bookedAt, zone) })),
  ];
  const calls = handoffs.map(({ requestedAt }) => ({ at: toLocal(requestedAt, zone) }));
  const [requestDays, callDays] = [countBy(requests, ({ at }) => at.date), countBy(calls, ({ at }) => at.date)];
  const hourOf = ({ at }: (typeof calls)[number]): string => String(Math.floor(at.minutes / 60));
  const [requestHours, callHours] = [countBy(requests, hourOf), countBy(calls, hourOf)];
  return {
    byKind: countBy(requests, ({ kind }) => kind),
    byCategory: countBy(cases, ({ kind, category }) => `${kind}/${category ?? 'none'}`),
    byChannel: countBy(requests, ({ channel }) => channel),
    byDay: days(from, to, zone).map((date) => ({
      date,
      requests: requestDays[date] ?? 0,
      handoffs: callDays[date] ?? 0,
    })),
    byHour: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      requests: requestHours[hour] ?? 0,
      handoffs: callHours[hour] ?? 0,
    })),
  };
}

function days(from: Instant, to: Instant, zone: string): LocalDate[] {
  const last = toLocal(to - 1, zone).date;
  const all: LocalDate[] = [];
  for (let date = toLocal(from, zone).date; date <= last; date = addDays(date, 1)) all.push(date);
  return all;
}
