import type { Stage } from '../../domain/cases/case.ts';
import type { BookingNumber, CaseNumber, ConversationId, HandoffId, Instant } from '../../domain/ids.ts';
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
  /** History entry with which this life of the clock began; part of the ids, so that a second breach is noted too. */
  readonly life: number;
}

/** Kinds of timers that watch a clock. News of a stage (`case.stage`) are not among them: they outlive the case. */
const WATCHES = ['case.warning', 'case.breach'] as const;

/** Adds the warning and the breach of clocks that run. */
export async function armClocks(
  tx: Tx,
  subject: CaseNumber,
  conversation: ConversationId,
  clocks: readonly ArmedClock[],
): Promise<void> {
  const rows = clocks.flatMap(({ name, from, limit, life }): Tables['timers'][] => {
    const common = { subject, detail: name, conversation, lease_until: 0, told_in: null };
    const warning = Math.round(from + (limit - from) * WARNING_SHARE);
    return [
      { ...common, id: `case.warning:${subject}:${name}:${life}`, kind: 'case.warning', due: warning },
      { ...common, id: `case.breach:${subject}:${name}:${life}`, kind: 'case.breach', due: limit },
    ];
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('timers')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Removes what watches the clocks of a case: the named ones, or all. */
export async function disarmClocks(tx: Tx, subject: CaseNumber, clocks: readonly string[] | 'all'): Promise<void> {
  if (clocks.length === 0) return;
  const mine = tx.deleteFrom('timers').where('subject', '=', subject).where('kind', 'in', WATCHES);
  await (clocks === 'all' ? mine : mine.where('detail', 'in', clocks)).execute();
}

/** Writes the news of a stage, due at once, in the transaction of the move: whoever fires timers tells the customer. */
export async function announceStage(
  tx: Tx,
  subject: CaseNumber,
  conversation: ConversationId,
  stage: Stage,
  seq: number,
  due: Instant,
): Promise<void> {
  const id = `case.stage:${subject}:${seq}`;
  await tx
    .insertInto('timers')
    .values({ id, due, kind: 'case.stage', subject, detail: stage, conversation, lease_until: 0 })
    .execute();
}

/** Writes the news that somebody else answers now, due at once, in the transaction of the change. */
export async function announceOwner(
  tx: Tx,
  subject: HandoffId,
  conversation: ConversationId,
  epoch: number,
  due: Instant,
): Promise<void> {
  const id = `handoff.changed:${subject}:${epoch}`;
  await tx
    .insertInto('timers')
    .values({ id, due, kind: 'handoff.changed', subject, detail: String(epoch), conversation, lease_until: 0 })
    .execute();
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
