import type { Instant } from '../ids.ts';
import { isWorkingDay } from '../manual/calendar.ts';
import { endOf, parseDuration } from '../manual/duration.ts';
import type { Manual, SlotPlan } from '../manual/schema.ts';
import { addDays, minutesOf, OPERATOR_ZONE, toInstant, toLocal } from '../manual/zone.ts';
import type { BookingKind, FreeSlot, Slot } from './booking.ts';

/**
 * The slots of a plan that can still be booked now, soonest first: those that begin after the plan's lead, on the first
 * `days` days from today and at most the plan's horizon (today + `horizonDays` is the last day).
 */
export function slots(
  manual: Manual,
  kind: BookingKind,
  from: Instant,
  days: number,
  zone: string = OPERATOR_ZONE,
): Slot[] {
  const plan = manual.slotPlans[kind];
  const earliest = endOf(parseDuration(plan.lead), from, zone);
  const today = toLocal(from, zone).date;
  const all: Slot[] = [];
  for (let day = 0; day < days && day <= plan.horizonDays; day += 1) {
    const date = addDays(today, day);
    for (const [start, end] of isWorkingDay(date) ? plan.onWorkingDays : plan.onOtherDays) {
      const slot = {
        id: `${date}T${start}`,
        start: toInstant(date, minutesOf(start), zone),
        end: toInstant(date, minutesOf(end), zone),
      };
      if (slot.start >= earliest) all.push(slot);
    }
  }
  return all;
}

/** The slots with places left; `taken` counts bookings by slot id. */
export function free(all: readonly Slot[], taken: ReadonlyMap<string, number>, capacity: number): FreeSlot[] {
  return all.map((slot) => ({ ...slot, left: capacity - (taken.get(slot.id) ?? 0) })).filter((slot) => slot.left > 0);
}

/** When the customer is reminded of a slot, or null when that moment has passed. */
export function remindAt(plan: SlotPlan, slot: Slot, now: Instant): Instant | null {
  const before = parseDuration(plan.remindBefore);
  if (before.in !== 'time') throw new Error('a reminder is counted in time, not in working days');
  const at = slot.start - before.ms;
  return at > now ? at : null;
}
