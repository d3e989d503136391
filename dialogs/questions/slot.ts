import { z } from 'zod';
import type { BookingKind, FreeSlot } from '../../domain/appointments/booking.ts';
import { free, slots } from '../../domain/appointments/slots.ts';
import type { Names } from '../../domain/ids.ts';
import { DAY_MS } from '../../domain/manual/zone.ts';
import { dayLabel, slotLabel } from '../../locales/format.ts';
import { FIELDS } from '../../locales/labels.ts';
import { type Card, type Choice, say } from '../../locales/messages.ts';
import type { Heard } from '../../nlu/heard.ts';
import { all } from '../entities.ts';
import { problem, type Question, type Reading, read, reopen } from '../form.ts';
import type { Scene } from '../scene.ts';
import { yesNo } from '../yesNo.ts';
import { inside, offered, stretch, suits, type Wish } from './slotFits.ts';
import { timesMeant, wantsSoonest, wayMeant } from './timesMeant.ts';

/** A chosen slot. */
export const slotSchema = z.strictObject({ id: z.string().max(20), start: z.number(), end: z.number() });
export type SlotAnswer = z.infer<typeof slotSchema>;

export interface SlotFacts {
  /** Slots with places left at the place concerned, soonest first; null while kind or place is unknown. */
  readonly slots: readonly FreeSlot[] | null;
  /** The slot that is to be moved. */
  readonly booked?: SlotAnswer | undefined;
}

/** The quick replies are few; the picker card holds the days. */
const DAYS_ON_CARD = 7;
/** No plan reaches farther; a wish beyond it narrows nothing. */
const FARTHEST = 60 * DAY_MS;

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
      const fits = wish === undefined ? [] : free.filter((slot) => inside(slot, wish));
      const near = wish === undefined ? 'any' : fits.length === 0 ? 'nearest' : fits.length === 1 ? 'only' : 'wished';
      return say('askSlot', { near }, { card: picker(free, scene) });
    },
    choices: (answers, facts, scene) => offered(facts.slots ?? [], answers.wish).map((slot) => slotChoice(slot, scene)),
    pick: (value, _answers, facts) => {
      const slot = facts.slots?.find((s) => s.id === value);
      return slot ? read({ id: slot.id, start: slot.start, end: slot.end }) : problem(say('slotTaken'));
    },
    read: (heard, manner, answers, facts, scene) => {
      if (facts.slots === null) return undefined;
      if (wayMeant(heard) !== null) return turned(answers, facts, heard);
      const { wish: before } = answers;
      const [one, ...others] = offered(facts.slots, before);
      const taken = manner === 'asked' && one !== undefined && others.length === 0 && yesNo(heard) === 'yes';
      if (taken) return read({ id: one.id, start: one.start, end: one.end });
      if (manner !== 'volunteered' && wantsSoonest(heard)) {
        const soonest = offered(facts.slots, wishIn(heard, answers, facts, scene) ?? before)[0];
        if (soonest) return read({ id: soonest.id, start: soonest.start, end: soonest.end });
      }
      const said = readSlot(heard, facts.slots, answers.slot, talkedAbout(answers, facts), scene);
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

/** A chosen slot gives way to earlier or later ones; where nothing is free any earlier, that is said. */
function turned<A extends WithWish>(answers: Partial<A>, { slots }: SlotFacts, heard: Heard) {
  const from = answers.slot ?? offered(slots ?? [], answers.wish)[0];
  const first = slots?.[0];
  if (wayMeant(heard) === 'earlier' && from && first && first.start >= from.start) return problem(say('noEarlierSlot'));
  return answers.slot ? reopen : undefined;
}

/** What was said of the time before a slot could be chosen; never asked, only volunteered. */
export function wishQuestion<A extends WithWish, F extends Partial<SlotFacts>>(): Question<A, Wish, F> {
  return {
    label: FIELDS.slot,
    fixed: true,
    renews: true,
    when: (answers) => 'wish' in (answers as object),
    ask: () => say('askSlot', { near: 'any' }),
    read: (heard, _manner, answers, facts, scene) => {
      const wish = wishIn(heard, answers, facts, scene);
      return wish ? read(wish) : undefined;
    },
    show: () => null,
  };
}

/** The first time still to come in which something is free, else the first of all; null when none is said. */
export function wishIn(
  heard: Heard,
  before: WithWish,
  facts: Partial<SlotFacts>,
  scene: Pick<Scene, 'now' | 'zone'>,
): Wish | null {
  const moved = sooner(heard, before, facts, scene);
  if (moved) return moved;
  const times = timesMeant(heard, talkedAbout(before, facts), scene).filter(
    ({ from, to }) => from < scene.now + FARTHEST && to - from < FARTHEST,
  );
  const wishes = times.map(stretch);
  return wishes.find((wish) => facts.slots?.some((slot) => inside(slot, wish))) ?? wishes[0] ?? null;
}

/** "Anything earlier?": what is free before the first one offered or chosen; "a bit later": after it. Null: neither is said. */
function sooner(
  heard: Heard,
  { slot, wish }: WithWish,
  facts: Partial<SlotFacts>,
  { now }: Pick<Scene, 'now'>,
): Wish | null {
  const way = wayMeant(heard);
  const from = slot ?? (facts.slots ? offered(facts.slots, wish)[0] : undefined);
  if (way === null || !from) return null;
  return way === 'earlier'
    ? { from: now, to: from.start, exact: false }
    : { from: from.start + 1, to: from.start + 7 * DAY_MS, exact: false };
}

/** A chosen slot stands for its day, and a wish for its days. */
function talkedAbout({ slot, wish }: WithWish, { booked }: Partial<SlotFacts>) {
  const about = slot ?? (wish ? { start: wish.from, end: wish.to } : booked);
  return about ? { from: about.start, to: about.end } : null;
}

function readSlot(
  heard: Heard,
  free: readonly FreeSlot[],
  chosen: SlotAnswer | undefined,
  about: { from: number; to: number } | null,
  scene: Scene,
): Reading<SlotAnswer> | undefined {
  const exact = free.find((slot) => Object.values(slotLabel(slot, scene.zone)).includes(heard.text.trim()));
  if (exact) return read({ id: exact.id, start: exact.start, end: exact.end });
  const times = timesMeant(heard, about, scene);
  if (times.length === 0) return all(heard, 'time').length > 0 ? problem(say('slotPast')) : undefined;
  const last = free.at(-1);
  if (last && times.every((time) => time.from >= last.end + DAY_MS && time.mod !== 'before'))
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
