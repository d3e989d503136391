import { z } from 'zod';
import type { BookingKind, FreeSlot } from '../../domain/appointments/booking.ts';
import { free, slots } from '../../domain/appointments/slots.ts';
import type { Names } from '../../domain/ids.ts';
import { dayLabel, slotLabel } from '../../locales/format.ts';
import { FIELDS } from '../../locales/labels.ts';
import { type Card, type Choice, say } from '../../locales/messages.ts';
import type { Heard, TimeValue } from '../../nlu/heard.ts';
import { all, futureTimes } from '../entities.ts';
import { problem, type Question, type Reading, read, reopen } from '../form.ts';
import type { Scene } from '../scene.ts';

/** A chosen slot. */
export const slotSchema = z.strictObject({ id: z.string().max(20), start: z.number(), end: z.number() });
export type SlotAnswer = z.infer<typeof slotSchema>;
/** `exact`: a clock time was named, so the slot that holds it is meant. */
export const wishSchema = z.strictObject({ from: z.number(), to: z.number(), exact: z.boolean() });
export type Wish = z.infer<typeof wishSchema>;

export interface SlotFacts {
  /** Slots with places left at the place concerned, soonest first; null while kind or place is unknown. */
  readonly slots: readonly FreeSlot[] | null;
}

/** At most so many quick replies; the picker card holds the days. */
const SHOWN = 6;
const DAYS_ON_CARD = 7;
const DAY = 24 * 60 * 60 * 1000;
const HOUR = DAY / 24;
/** No plan reaches farther; a wish beyond it narrows nothing. */
const FARTHEST = 60 * DAY;

export async function freeSlots(
  scene: Pick<Scene, 'manual' | 'ledger' | 'now' | 'zone'>,
  kind: BookingKind,
  place: string,
): Promise<readonly FreeSlot[]> {
  const plan = scene.manual.slotPlans[kind];
  const all = slots(scene.manual, kind, scene.now, plan.horizonDays + 1, scene.zone);
  const last = all.at(-1);
  if (!last) return [];
  const taken = await scene.ledger.bookings.taken(kind, place, scene.now, last.end);
  return free(all, taken, plan.capacity);
}

type WithWish = { wish?: Wish | undefined; slot?: SlotAnswer | undefined };

/** When: a clock time in a free slot chooses it; a day or part of a day narrows what is offered. */
export function slotQuestion<A extends WithWish, F extends SlotFacts>(
  ready: (answers: Partial<A>) => boolean,
): Question<A, SlotAnswer, F> {
  return {
    label: FIELDS.slot,
    when: (answers) => ready(answers),
    holds: (value, _facts, scene) => value.start > scene.now,
    ask: (answers, facts, scene) => {
      const { wish } = answers;
      const free = facts.slots ?? [];
      const near = wish === undefined ? 'any' : free.some((slot) => inside(slot, wish)) ? 'wished' : 'nearest';
      return say('askSlot', { near }, { card: picker(free, scene) });
    },
    choices: (answers, facts, scene) => offered(facts.slots ?? [], answers.wish).map((slot) => slotChoice(slot, scene)),
    pick: (value, _answers, facts) => {
      const slot = facts.slots?.find((s) => s.id === value);
      return slot ? read({ id: slot.id, start: slot.start, end: slot.end }) : problem(say('slotTaken'));
    },
    read: (heard, manner, answers, facts, scene) => {
      if (facts.slots === null) return undefined;
      const said = readSlot(heard, facts.slots, answers.slot, scene);
      if (said?.kind === 'problem' && manner === 'opening') return undefined;
      if (said || answers.slot || !answers.wish?.exact) return said;
      // the time was named before the place was known
      const { wish } = answers;
      const then = facts.slots.find((slot) => inside(slot, wish));
      return then ? read({ id: then.id, start: then.start, end: then.end }) : undefined;
    },
    show: (value, _answers, scene) => slotLabel(value, scene.zone),
  };
}

/** What was said of the time before a slot could be chosen; never asked, only volunteered. */
export function wishQuestion<A, F>(): Question<A, Wish, F> {
  return {
    label: FIELDS.slot,
    fixed: true,
    renews: true,
    when: (answers) => 'wish' in (answers as object),
    ask: () => say('askSlot', { near: 'any' }),
    read: (heard, _manner, _answers, _facts, scene) => {
      const time = futureTimes(heard, scene.now)[0];
      return time && time.from < scene.now + FARTHEST ? read(stretch(time)) : undefined;
    },
    show: () => null,
  };
}

function readSlot(
  heard: Heard,
  free: readonly FreeSlot[],
  chosen: SlotAnswer | undefined,
  scene: Scene,
): Reading<SlotAnswer> | undefined {
  const exact = free.find((slot) => Object.values(slotLabel(slot, scene.zone)).includes(heard.text.trim()));
  if (exact) return read({ id: exact.id, start: exact.start, end: exact.end });
  const times = futureTimes(heard, scene.now);
  if (times.length === 0) return all(heard, 'time').length > 0 ? problem(say('slotPast')) : undefined;
  const last = free.at(-1);
  if (last && times.every((time) => time.from >= last.end + DAY && time.mod !== 'before'))
    return problem(say('slotTooFar', { until: last.end }));
  for (const time of times) {
    const fits = free.filter((slot) => suits(slot, time));
    const only = fits[0];
    if (only && (fits.length === 1 || time.precision === 'hour' || time.precision === 'moment')) {
      return read({ id: only.id, start: only.start, end: only.end });
    }
    if (chosen && time.precision === 'day') {
      const sameHour = fits.find((slot) => slot.id.slice(11) === chosen.id.slice(11));
      if (sameHour) return read({ id: sameHour.id, start: sameHour.start, end: sameHour.end });
    }
  }
  return chosen ? reopen : undefined;
}

function suits(slot: FreeSlot, time: TimeValue): boolean {
  if (time.precision === 'hour' || time.precision === 'moment') {
    if (time.mod === 'before') return slot.end <= time.from;
    if (time.mod === 'after') return slot.start >= time.from;
    return time.from === time.to
      ? slot.start <= time.from && time.from < slot.end
      : slot.start < time.to && slot.end > time.from;
  }
  return inside(slot, stretch(time));
}

function stretch(time: TimeValue): Wish {
  if (time.mod === 'before') return { from: 0, to: time.from, exact: false };
  if (time.mod === 'after') return { from: time.to, to: time.to + 7 * DAY, exact: false };
  const exact = time.precision === 'hour' || time.precision === 'moment';
  return { from: time.from, to: Math.max(time.to, time.from + (exact ? 1 : HOUR)), exact };
}

/** A slot meets a clock time that it holds, and a stretch of time in which it begins. */
function inside(slot: FreeSlot, wish: Wish): boolean {
  if (wish.exact) return slot.start < wish.to && slot.end > wish.from;
  return slot.start >= wish.from && slot.start < wish.to;
}

/** The free slots that meet the wish, else the nearest after it; the soonest when there is no wish. */
function offered(free: readonly FreeSlot[], wish: Wish | undefined): readonly FreeSlot[] {
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

function slotChoice(slot: FreeSlot, scene: Scene): Choice {
  return { value: slot.id, label: slotLabel(slot, scene.zone) };
}

function picker(free: readonly FreeSlot[], scene: Scene): Card {
  const days = new Map<string, { label: Names; slots: (Choice & { left: number })[] }>();
  for (const slot of free) {
    const day = slot.id.slice(0, 10);
    const entry = days.get(day) ?? { label: dayLabel(slot.start, scene.zone), slots: [] };
    entry.slots.push({ value: slot.id, label: slotLabel(slot, scene.zone), left: slot.left });
    days.set(day, entry);
  }
  return { kind: 'slots', days: [...days.values()].slice(0, DAYS_ON_CARD) };
}
