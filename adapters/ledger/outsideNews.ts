import type { BookingState } from '../../domain/appointments/booking.ts';
import type { HistoryEntry } from '../../domain/cases/case.ts';
import type { Handoff, HandoffCommand } from '../../domain/desk/handoff.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Outage } from '../../domain/outages.ts';
import { CASE_NOTES, type OutsideEvent } from '../../domain/webhooks.ts';
import { announceOutside } from './announceOutside.ts';
import type { Tables } from './schema.ts';
import type { Tx } from './store.ts';

const iso = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

type CaseRow = Pick<
  Tables['cases'],
  | 'number'
  | 'kind'
  | 'category'
  | 'severity'
  | 'level'
  | 'stage'
  | 'owner'
  | 'area'
  | 'channel'
  | 'language'
  | 'conversation'
  | 'opened_at'
>;

/** `case.<stage>` for a move, `case.<what>` for a note. What the customer or staff wrote stays here. */
export async function announceCase(tx: Tx, row: CaseRow, entry: Omit<HistoryEntry, 'note'>): Promise<void> {
  const event = caseEvent(row, entry);
  if (event === null) return;
  const { number, kind, category, severity, level, stage, owner, area, channel, language, conversation } = row;
  const { at, by, what, detail } = entry;
  const shown = { number, kind, category, severity, level, stage, owner, area, channel, language, conversation };
  const data = { case: { ...shown, openedAt: iso(row.opened_at) }, by, what, detail };
  await announceOutside(tx, { event, subject: number, at, data });
}

function caseEvent({ stage }: Pick<CaseRow, 'stage'>, { what }: Pick<HistoryEntry, 'what'>): OutsideEvent | null {
  if (what === 'registered' || what === 'stage' || what === 'withdrawn') return `case.${stage}`;
  const note = CASE_NOTES.find((each) => each === what);
  return note === undefined ? null : `case.${note}`;
}

type BookingRow = Omit<Tables['bookings'], 'contact' | 'forget' | 'customer' | 'language' | 'slot_id'>;

/** The visit as it is now; whom it is for is asked of `/api/appointments`. */
export async function announceBooking(tx: Tx, row: BookingRow, what: BookingState | 'moved', at: Instant) {
  const { number, kind, service, place, state, channel, conversation } = row;
  const slot = { start: iso(row.slot_start), end: iso(row.slot_end) };
  const appointment = { number, kind, service, place, ...slot, state, channel, conversation, case: row.case_number };
  const data = { appointment: { ...appointment, bookedAt: iso(row.booked_at) } };
  await announceOutside(tx, { event: `appointment.${what}`, subject: number, at, data });
}

type OutageWhat = 'suspected' | 'dismissed' | 'opened' | 'changed' | 'ended';

export async function announceOutage(tx: Tx, what: OutageWhat, outage: Outage, at: Instant) {
  const { id, area, service, since, expectedRepair, endedAt, state } = outage;
  const instants = { since: iso(since), expectedRepair: isoOrNull(expectedRepair), endedAt: isoOrNull(endedAt) };
  const data = { outage: { id, area, service, state, ...instants } };
  await announceOutside(tx, { event: `outage.${what}`, subject: id, at, data });
}

const HANDOFF_EVENT: Readonly<Record<HandoffCommand['kind'] | 'request', OutsideEvent>> = {
  request: 'handoff.initiated',
  offer: 'handoff.offered',
  pass: 'handoff.queued',
  accept: 'handoff.accepted',
  lose: 'handoff.queued',
  transfer: 'handoff.transferred',
  return: 'handoff.returned',
  leave: 'handoff.left',
  callback: 'handoff.callback',
};

/**
 * A hand-off's change, with the event activity of Bot Framework's hand-off protocol that fits: `handoff.initiate` (the
 * sender adds the transcript), `handoff.status` when somebody took it, nobody did, or it is over.
 */
export async function announceHandoff(
  tx: Tx,
  handoff: Handoff,
  command: HandoffCommand['kind'] | 'request',
  by: string,
  at: Instant,
): Promise<void> {
  const { id, conversation, channel, language, reason, severity, team, epoch, owner, briefing } = handoff;
  const result = owner.kind === 'ended' ? owner.result : null;
  const agent = owner.kind === 'agent' || owner.kind === 'offered' ? owner.agent : null;
  const shown = {
    id,
    conversation,
    channel,
    language,
    reason,
    severity,
    team,
    epoch,
    owner: owner.kind,
    agent,
    result,
  };
  const { intent, confidence, mood } = briefing;
  const context = { handoff: id, team, language, reason, severity, intent, confidence, mood };
  const status = statusOf(command);
  const value = command === 'request' ? context : status;
  const name = command === 'request' ? 'handoff.initiate' : 'handoff.status';
  const common = { type: 'event', id: `${id}/${epoch}`, timestamp: iso(at), channelId: channel };
  const activity = { ...common, name, value, conversation: { id: conversation } };
  const data = {
    handoff: { ...shown, requestedAt: iso(handoff.requestedAt) },
    by,
    ...(value === null ? {} : { activity }),
  };
  const transcript = command === 'request' ? { conversation } : {};
  await announceOutside(tx, { event: HANDOFF_EVENT[command], subject: id, at, data, ...transcript });
}

function statusOf(command: HandoffCommand['kind'] | 'request') {
  switch (command) {
    case 'accept':
      return { state: 'accepted', message: 'An agent took the conversation.' };
    case 'return':
      return { state: 'completed', message: 'The agent gave the conversation back.' };
    case 'leave':
      return { state: 'completed', message: 'The customer went back to the bot.' };
    case 'callback':
      return { state: 'failed', message: 'Nobody was free in time; a call-back was filed.' };
    case 'request':
    case 'offer':
    case 'pass':
    case 'lose':
    case 'transfer':
      return null;
  }
}
