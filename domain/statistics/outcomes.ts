import type { ConversationId } from '../ids.ts';
import { DAY_MS } from '../manual/zone.ts';
import { type Share, share, shareOf } from './figures.ts';
import { type ClockRow, type HandoffRow, type StatisticsRows, saidHowItEnded } from './rows.ts';

/** Who comes back within so long was not helped the first time. */
const BACK_MS = 7 * DAY_MS;

export interface Outcomes {
  /**
   * Conversations in which something was filed or booked or a person was called. What was only asked and answered leaves no
   * record in the ledger and is not among them.
   */
  readonly conversations: number;
  /** No person called, no call-back, and nobody said it was not solved. */
  readonly selfService: Share;
  readonly handoffRate: Share;
  /** Hand-offs that no agent took: the customer left, or a call-back was filed. */
  readonly abandoned: Share;
  /**
   * Of cases that were solved: neither reopened nor asked after. Of hand-offs that agents gave back: solved, and the customer
   * called no person again within 7 days.
   */
  readonly firstContactResolution: Share;
  /** Of cases that were solved. */
  readonly reopened: Share;
  /** Complaints, of all conversations. */
  readonly complaintRate: Share;
  /** Events of clocks that fell into the time asked for, whenever the case began. */
  readonly clocks: readonly ClockRow[];
  readonly breaches: number;
}

export function outcomes(rows: StatisticsRows): Outcomes {
  const { cases, bookings, handoffs, surveys, clocks } = rows;
  const all = conversationsOf(cases, bookings, handoffs);
  const called = conversationsOf(handoffs);
  const unsolved = conversationsOf(
    surveys.filter(({ solved }) => solved === false),
    cases.filter(({ kind }) => kind === 'callback'),
    bookings.filter(({ kind }) => kind === 'callback'),
  );
  const solved = cases.filter(({ resolvedAt }) => resolvedAt !== null);
  const alone = [...all].filter((one) => !called.has(one) && !unsolved.has(one));
  return {
    conversations: all.size,
    selfService: share(alone.length, all.size),
    handoffRate: share(called.size, all.size),
    abandoned: shareOf(handoffs, ({ acceptedAt, end }) => acceptedAt === null && end !== null),
    firstContactResolution: firstContact(rows),
    reopened: shareOf(solved, ({ reopened }) => reopened),
    complaintRate: share(cases.filter(({ kind }) => kind === 'complaint').length, all.size),
    clocks,
    breaches: clocks.reduce((sum, { breaches }) => sum + breaches, 0),
  };
}

function conversationsOf(...lists: (readonly { readonly conversation: ConversationId }[])[]): Set<ConversationId> {
  return new Set(lists.flatMap((list) => list.map(({ conversation }) => conversation)));
}

function firstContact({ cases, handoffs }: StatisticsRows): Share {
  const solved = cases.filter(({ resolvedAt }) => resolvedAt !== null);
  const returned = handoffs.filter(saidHowItEnded);
  const callsOf = Map.groupBy(handoffs, ({ customer }) => customer);
  const cameBack = ({ customer, requestedAt }: HandoffRow): boolean =>
    callsOf.get(customer)?.some((other) => isSoonAfter(other.requestedAt, requestedAt)) ?? false;
  const atOnce = [
    ...solved.filter(({ reopened, urged }) => !reopened && !urged),
    ...returned.filter((one) => one.result === 'solved' && !cameBack(one)),
  ];
  return share(atOnce.length, solved.length + returned.length);
}

function isSoonAfter(other: number, at: number): boolean {
  return other > at && other - at <= BACK_MS;
}
