import type { Stage } from '../../domain/cases/case.ts';
import type { BookingNumber, CaseNumber, ConversationId, HandoffId, Instant } from '../../domain/ids.ts';
import type { Tables } from './schema.ts';
import type { Tx } from './store.ts';

/** What the timers of a clock need to know. */
export interface ArmedClock {
  readonly name: string;
  /** When its warning is due; null when it was told before. */
  readonly warning: Instant | null;
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
  const rows = clocks.flatMap(({ name, warning, limit, life }): Tables['timers'][] => {
    const common = { subject, detail: name, conversation, lease_until: 0, told_in: null };
    const breach = {
      ...common,
      id: `case.breach:${subject}:${name}:${life}`,
      kind: 'case.breach',
      due: limit,
    } as const;
    if (warning === null) return [breach];
    return [{ ...common, id: `case.warning:${subject}:${name}:${life}`, kind: 'case.warning', due: warning }, breach];
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('timers')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Removes what watches the clocks of a case: the named ones, or all; what is due by an instant that is given stays. */
export async function disarmClocks(
  tx: Tx,
  subject: CaseNumber,
  clocks: readonly string[] | 'all',
  after?: Instant,
): Promise<void> {
  if (clocks.length === 0) return;
  const mine = tx
    .deleteFrom('timers')
    .where('subject', '=', subject)
    .where('kind', 'in', WATCHES)
    .$if(after !== undefined, (query) => query.where('due', '>', after ?? 0));
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

/** Writes the question for which a case waits, due at once, in the transaction of the pause: the customer is asked. */
export async function announceAsked(
  tx: Tx,
  subject: CaseNumber,
  conversation: ConversationId,
  seq: number,
  due: Instant,
): Promise<void> {
  const id = `case.asked:${subject}:${seq}`;
  await tx
    .insertInto('timers')
    .values({ id, due, kind: 'case.asked', subject, detail: null, conversation, lease_until: 0 })
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
