import { z } from 'zod';
import { HANDOFF_ENDS, HANDOFF_RESULTS, type Handoff, type HandoffOwner } from '../../domain/desk/handoff.ts';
import type { HandoffId, Instant, StaffId } from '../../domain/ids.ts';
import { handoffBriefing } from './personal.ts';
import type { Tables } from './schema.ts';
import type { Reader, Store, Tx } from './store.ts';

type Row = Tables['handoffs'];

/** The border where ids that this ledger wrote down itself become ids again. */
const staffId = z.string().transform((text) => text as StaffId);
const staffIds = z.array(staffId);
const wantedShape = z.union([z.object({ agent: staffId }), z.object({ team: z.string() })]).nullable();
/** As events and remembered results keep it. */
export const ownerShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queue') }),
  z.object({ kind: z.literal('offered'), agent: staffId, until: z.int() }),
  z.object({
    kind: z.literal('agent'),
    agent: staffId,
    since: z.int(),
    aliveAt: z.int(),
    firstReplyAt: z.int().nullable(),
  }),
  z.object({
    kind: z.literal('ended'),
    how: z.enum(HANDOFF_ENDS),
    by: z.string(),
    at: z.int(),
    result: z.enum(HANDOFF_RESULTS).nullable(),
  }),
]);

/** The briefing is opened when somebody looks at it: the whole queue is read every second, mostly without. */
export function readHandoff(store: Store, row: Row): Handoff {
  let briefing: Handoff['briefing'] | undefined;
  return {
    id: row.id,
    conversation: row.conversation,
    customer: row.customer,
    channel: row.channel,
    language: row.language,
    reason: row.reason,
    severity: row.severity,
    team: row.team,
    get briefing() {
      briefing ??= handoffBriefing.open(store.sealer, row.id, row.briefing);
      return briefing;
    },
    epoch: row.epoch,
    owner: readOwner(row),
    requestedAt: row.requested_at,
    waitingSince: row.waiting_since,
    first: row.first === 1,
    wanted: wantedShape.parse(JSON.parse(row.wanted ?? 'null')),
    former: staffIds.parse(JSON.parse(row.former)),
    passed: staffIds.parse(JSON.parse(row.passed)),
    customerAt: row.customer_at,
    agentAt: row.agent_at,
  };
}

/** @throws ZodError when the columns do not belong together */
function readOwner(row: Row): HandoffOwner {
  const { owner: kind, agent, until, since, how, ended_by: by, ended_at: at, result } = row;
  const columns = { kind, agent, until, since, aliveAt: row.alive_at, firstReplyAt: row.first_reply_at };
  return ownerShape.parse({ ...columns, how, by, at, result });
}

const NO_OWNER = { agent: null, until: null, since: null, alive_at: null, first_reply_at: null };
const NOT_ENDED = { how: null, ended_by: null, ended_at: null, result: null };

function ownerColumns(owner: HandoffOwner) {
  const none = { ...NO_OWNER, ...NOT_ENDED, owner: owner.kind };
  switch (owner.kind) {
    case 'queue':
      return none;
    case 'offered':
      return { ...none, agent: owner.agent, until: owner.until };
    case 'agent': {
      const { agent, since, aliveAt, firstReplyAt } = owner;
      return { ...none, agent, since, alive_at: aliveAt, first_reply_at: firstReplyAt };
    }
    case 'ended':
      return { ...none, how: owner.how, ended_by: owner.by, ended_at: owner.at, result: owner.result };
  }
}

/** The columns of a hand-off that its life may change. */
export function lifeColumns(handoff: Handoff) {
  const { epoch, owner, waitingSince, first, wanted, former, passed } = handoff;
  return {
    ...ownerColumns(owner),
    epoch,
    customer_at: handoff.customerAt,
    agent_at: handoff.agentAt,
    waiting_since: waitingSince,
    first: first ? 1 : 0,
    wanted: wanted === null ? null : JSON.stringify(wanted),
    former: JSON.stringify(former),
    passed: JSON.stringify(passed),
  };
}

export async function loadHandoff(store: Store, db: Reader, id: HandoffId): Promise<Handoff | null> {
  const row = await db.selectFrom('handoffs').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : readHandoff(store, row);
}

/** The row of a hand-off, held until the transaction ends: writers of one hand-off come one after the other. */
export function holdHandoff(store: Store, tx: Tx, id: HandoffId): Promise<Row | undefined> {
  return tx
    .selectFrom('handoffs')
    .selectAll()
    .where('id', '=', id)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Milliseconds that agents had it, when the owner goes from `before` to `after` now. */
export function handledMs(former: number | null, before: HandoffOwner, after: HandoffOwner, at: Instant) {
  const had = before.kind === 'agent' ? (former ?? 0) + Math.max(0, at - before.since) : former;
  return after.kind === 'agent' ? (had ?? 0) : had;
}
