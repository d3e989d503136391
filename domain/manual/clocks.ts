import type { Case, CaseKind, Clock, ClockState, Stage } from '../cases/case.ts';
import type { Instant } from '../ids.ts';
import type { FaultLevel, Severity } from '../labels.ts';
import { type Duration, endOf, parseDuration, putOff } from './duration.ts';
import type { Manual, ManualClock } from './schema.ts';
import { OPERATOR_ZONE } from './zone.ts';

/** What decides which clocks a case has. */
export interface Timed {
  readonly kind: CaseKind;
  readonly severity: Severity | null;
  readonly level: FaultLevel | null;
  readonly category: string | null;
}

/** A coming breach is told when this part of the limit has gone (manual section 6). */
const WARNING_PART = 0.8;

/**
 * The clocks of a case registered at an instant. A severity or level not known yet counts as the mildest, so that no
 * case is without its clocks. Those that registering itself answers are met at once, and so is the classifying of what
 * has its category already (OSM 7.1.1).
 */
export function openClocks(manual: Manual, timed: Timed, at: Instant, zone: string = OPERATOR_ZONE): Clock[] {
  return Object.entries(manual.clocks)
    .filter(([, clock]) => concerns(clock, timed))
    .map(([name, clock]) => start(name, clock, at, zone, isMetFrom(clock, timed) ? at : null));
}

/**
 * The clocks of a reopened case: those that only its solution had met begin anew, the others stay as they were. Also the
 * answer to a corrected severity: `openClocks` of the new one, with the met ones kept by name.
 */
export function restartClocks(
  manual: Manual,
  clocks: readonly Clock[],
  at: Instant,
  zone: string = OPERATOR_ZONE,
): Clock[] {
  return clocks.map((clock) => {
    const known = manual.clocks[clock.name];
    return known && awaitsSolution(known) ? start(clock.name, known, at, zone, null) : clock;
  });
}

/** When a clock of a case began: with the case, or, if its solution is what the clock asks for, at the last reopening. */
export function beganAt(
  manual: Manual,
  clock: Clock,
  { openedAt, history }: Pick<Case, 'openedAt' | 'history'>,
): Instant {
  const known = manual.clocks[clock.name];
  if (known === undefined || !awaitsSolution(known)) return openedAt;
  return history.findLast(({ what, detail }) => what === 'stage' && detail === 'reopened')?.at ?? openedAt;
}

/** Marks the running clocks that a stage answers; a clock the manual no longer knows ends with its case. */
export function meetClocks(manual: Manual, clocks: readonly Clock[], stage: Stage, at: Instant): Clock[] {
  const isEnd = stage === 'closed' || stage === 'withdrawn';
  return clocks.map((clock) => {
    const metBy = manual.clocks[clock.name]?.metBy;
    const isMet = isEnd || metBy?.includes(stage) === true;
    return clock.metAt === null && isMet ? { ...clock, metAt: at } : clock;
  });
}

/** Names of the running clocks that a category met, given to a case that had none. */
export function metByCategory(manual: Manual, clocks: readonly Clock[]): readonly string[] {
  return clocks
    .filter(({ name, metAt }) => metAt === null && manual.clocks[name]?.metWith === 'category')
    .map(({ name }) => name);
}

/**
 * The clocks of a case that begins to wait for its customer: the running ones that may pause do. One past its limit has
 * been breached, which no pause takes back.
 */
export function pauseClocks(manual: Manual, clocks: readonly Clock[], at: Instant): Clock[] {
  return clocks.map((clock) => {
    const runs = clock.metAt === null && clock.pausedSince === null && at < clock.limit;
    return runs && manual.clocks[clock.name]?.pauses === true ? { ...clock, pausedSince: at } : clock;
  });
}

/** The clocks of a case that goes on: what they waited does not count, so that as much time is left as when it began. */
export function resumeClocks(
  manual: Manual,
  clocks: readonly Clock[],
  at: Instant,
  zone: string = OPERATOR_ZONE,
): Clock[] {
  return clocks.map((clock) => {
    if (clock.pausedSince === null) return clock;
    const wait = { from: clock.pausedSince, until: Math.max(at, clock.pausedSince) };
    const known = manual.clocks[clock.name];
    const limit = putOff(durationOf(known?.limit), clock.limit, wait, zone);
    const target = Math.min(putOff(durationOf(known?.target), clock.target, wait, zone), limit);
    return { ...clock, target, limit, pausedMs: clock.pausedMs + wait.until - wait.from, pausedSince: null };
  });
}

/** When the warning of a clock that began at `since` (`beganAt`) is due. */
export function warningAt(clock: Clock, since: Instant): Instant {
  const began = since + clock.pausedMs;
  return began + Math.ceil((clock.limit - began) * WARNING_PART);
}

/**
 * How a clock that began at `since` (`beganAt`) stands. From its warning on it is `warning`, at its
 * limit `breached`; a clock answered late is `met`, with `metAt` after `limit`.
 */
export function clockState(clock: Clock, now: Instant, since: Instant): ClockState {
  if (clock.metAt !== null) return 'met';
  if (clock.pausedSince !== null) return 'paused';
  if (now >= clock.limit) return 'breached';
  return now >= warningAt(clock, since) ? 'warning' : 'running';
}

/** What a customer hears: what comes next, aimed at (`aim`, the target) and promised (`by`, the limit). */
export interface Promised {
  readonly clock: Clock;
  readonly aim: Instant;
  readonly by: Instant;
}

/** The running clocks that customers are told of, soonest promise first. */
export function promisedBy(manual: Manual, clocks: readonly Clock[]): Promised[] {
  return clocks
    .filter((clock) => clock.metAt === null && manual.clocks[clock.name]?.promised === true)
    .map((clock) => ({ clock, aim: clock.target, by: clock.limit }))
    .sort((one, other) => one.by - other.by || one.aim - other.aim);
}

/** A clock that the manual no longer knows is one of real time. */
function durationOf(text: string | undefined): Duration {
  return text === undefined ? { in: 'time', ms: 0 } : parseDuration(text);
}

function isMetFrom({ metBy, metWith }: ManualClock, { category }: Timed): boolean {
  return metBy.includes('registered') || (metWith === 'category' && category !== null);
}

function awaitsSolution({ metBy }: ManualClock): boolean {
  return metBy.includes('resolved') && !metBy.includes('investigating');
}

function concerns(clock: ManualClock, { kind, severity, level, category }: Timed): boolean {
  return (
    clock.kinds.includes(kind) &&
    (clock.severity ?? severity ?? 'minor') === (severity ?? 'minor') &&
    (clock.level ?? level ?? 'normal') === (level ?? 'normal') &&
    (clock.category ?? category) === category
  );
}

function start(name: string, clock: ManualClock, at: Instant, zone: string, metAt: Instant | null): Clock {
  const limit = endOf(parseDuration(clock.limit), at, zone);
  const target = Math.min(endOf(parseDuration(clock.target), at, zone), limit);
  return { name, target, limit, pausedMs: 0, pausedSince: null, metAt };
}
