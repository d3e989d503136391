import type { Case } from '../domain/cases/case.ts';
import type { IdempotencyKey, Instant } from '../domain/ids.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Timer } from '../domain/timers.ts';

type Books = Pick<Ledger, 'cases' | 'deskEvents' | 'handoffs' | 'staff'>;

/**
 * A clock of a case came near its limit or passed it: the history has it, and people are told (manual section 6). The owner
 * is its team, and the agent who has the customer now; a breach goes to the supervisors too, and so does the warning of a
 * team of which nobody has an account. Each step is keyed by the timer. False when the clock was met in time after all.
 */
export async function tellClock(timer: Timer, { cases, deskEvents, handoffs, staff }: Books, now: Instant) {
  const found = await cases.find(timer.subject as Case['number']);
  const clock = found?.clocks.find(({ name }) => name === timer.detail);
  if (found === null || clock === undefined || (clock.metAt !== null && clock.metAt < timer.due)) return false;
  const what = timer.kind === 'case.warning' ? 'warning' : 'breach';
  const key = `timer/${timer.id}` as IdempotencyKey;
  const entry = { by: 'clock', what: `clock-${what}`, detail: clock.name, note: null } as const;
  await cases.note(found.number, entry, key, now);
  const [open, members] = await Promise.all([handoffs.open(), staff.list()]);
  const handoff = open.find(({ customer }) => customer === found.customer);
  const { number, owner } = found;
  const staffed = members.some(({ disabled, skills }) => !disabled && skills.includes(owner));
  const limit = new Date(clock.limit).toISOString();
  const data = { number, clock: clock.name, what, limit, owner, supervisors: what === 'breach' || !staffed };
  const where = { handoff: handoff?.id ?? null, conversation: handoff?.conversation ?? found.conversation };
  await deskEvents.add({ kind: 'clock', ...where, by: 'clock', data }, key, now);
  return true;
}
