import type { BookingNumber, CaseNumber, ConversationId, Instant } from '../../domain/ids.ts';
import type { Tables } from './schema.ts';
import type { Tx } from './store.ts';

/** A clock warns when this share of its time is used up. */
const WARNING_SHARE = 0.8;

/** What the timers of a clock need to know. */
export interface ArmedClock {
  readonly name: string;
  readonly from: Instant;
  /** Pauses included. */
  readonly limit: Instant;
}

/** Adds the warning and the breach of clocks that run. */
export async function armClocks(
  tx: Tx,
  subject: CaseNumber,
  conversation: ConversationId,
  clocks: readonly ArmedClock[],
): Promise<void> {
  const rows = clocks.flatMap(({ name, from, limit }): Tables['timers'][] => {
    const common = { subject, detail: name, conversation, lease_until: 0 };
    const warning = Math.round(from + (limit - from) * WARNING_SHARE);
    return [
      { ...common, id: `case.warning:${subject}:${name}`, kind: 'case.warning', due: warning },
      { ...common, id: `case.breach:${subject}:${name}`, kind: 'case.breach', due: limit },
    ];
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('timers')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Removes the timers of a case: those of the named clocks, or all. */
export async function disarmClocks(tx: Tx, subject: CaseNumber, clocks: readonly string[] | 'all'): Promise<void> {
  if (clocks.length === 0) return;
  const mine = tx.deleteFrom('timers').where('subject', '=', subject);
  await (clocks === 'all' ? mine : mine.where('detail', 'in', clocks)).execute();
}

/** Replaces the reminder of a booking; null removes it. The time is part of the id: a moved visit is reminded of again. */
export async function setReminder(
  tx: Tx,
  subject: BookingNumber,
  conversation: ConversationId,
  due: Instant | null,
): Promise<void> {
  await tx.deleteFrom('timers').where('subject', '=', subject).execute();
  if (due === null) return;
  const id = `appointment.reminder:${subject}:${due}`;
  await tx
    .insertInto('timers')
    .values({ id, due, kind: 'appointment.reminder', subject, detail: null, conversation, lease_until: 0 })
    .execute();
}
