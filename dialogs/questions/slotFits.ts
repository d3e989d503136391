import { z } from 'zod';
import type { FreeSlot } from '../../domain/appointments/booking.ts';
import { DAY_MS, HOUR_MS } from '../../domain/manual/zone.ts';
import type { TimeValue } from '../../nlu/heard.ts';

/** What was said of the time. `exact`: a clock time was named, so the slot that holds it is meant. */
export const wishSchema = z.strictObject({ from: z.number(), to: z.number(), exact: z.boolean() });
export type Wish = z.infer<typeof wishSchema>;

/** At most so many quick replies. */
const SHOWN = 6;

export function suits(slot: FreeSlot, time: TimeValue): boolean {
  if (time.precision === 'hour' || time.precision === 'moment') {
    if (time.mod === 'before') return slot.end <= time.from;
    if (time.mod === 'after') return slot.start >= time.from;
    return time.from === time.to
      ? slot.start <= time.from && time.from < slot.end
      : slot.start < time.to && slot.end > time.from;
  }
  return inside(slot, stretch(time));
}

export function stretch(time: TimeValue): Wish {
  if (time.mod === 'before') return { from: 0, to: time.from, exact: false };
  if (time.mod === 'after') return { from: time.to, to: time.to + 7 * DAY_MS, exact: false };
  const exact = time.precision === 'hour' || time.precision === 'moment';
  return { from: time.from, to: Math.max(time.to, time.from + (exact ? 1 : HOUR_MS)), exact };
}

/** A slot meets a clock time that it holds, and a stretch of time in which it begins. */
export function inside(slot: FreeSlot, wish: Wish): boolean {
  if (wish.exact) return slot.start < wish.to && slot.end > wish.from;
  return slot.start >= wish.from && slot.start < wish.to;
}

/** The free slots that meet the wish, else the nearest after it; the soonest when there is no wish. */
export function offered(free: readonly FreeSlot[], wish: Wish | undefined): readonly FreeSlot[] {
  if (!wish) return spread(free);
  const fits = free.filter((slot) => inside(slot, wish));
  if (fits.length > 0) return fits.slice(0, SHOWN);
  const after = free.filter((slot) => slot.end > wish.from);
  return (after.length > 0 ? after : free).slice(0, SHOWN);
}

/** Two slots a day over the first days, so that the quick replies leave a choice of days. */
function spread(free: readonly FreeSlot[]): readonly FreeSlot[] {
  const days = new Map<string, FreeSlot[]>();
  for (const slot of free) {
    const day = slot.id.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days.values()]
    .flatMap((slots) => (slots.length > 2 ? [slots[0], slots[Math.floor(slots.length / 2)]] : slots))
    .filter((s) => s !== undefined)
    .slice(0, SHOWN);
}
