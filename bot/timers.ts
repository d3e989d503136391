import type { Case } from '../domain/cases/case.ts';
import type { BookingNumber, CaseNumber, CustomerId, MessageId } from '../domain/ids.ts';
import type { Ledger } from '../domain/ledger.ts';
import { readOutageNews } from '../domain/outages.ts';
import type { Timer } from '../domain/timers.ts';
import { INTERNAL_CHANNEL } from './activity.ts';
import { tellClock } from './clockNews.ts';
import type { Intake } from './intake.ts';

export interface TickerOptions {
  readonly ledger: Ledger;
  readonly intake: Intake;
  readonly now: () => number;
  /** A clock of a case came near its limit or passed it; the owner is to be told. */
  readonly clock: (timer: Timer) => void;
  readonly failed: (error: unknown) => void;
  /** Utterances kept to learn from are removed when they are older. */
  readonly utteranceDays: number;
  /** Once a day: what else is kept for a time. */
  readonly swept?: (now: number) => Promise<void>;
  readonly everyMs?: number;
}

const EVERY_MS = 1000;
const LEASE_MS = 30_000;
const BATCH = 50;
/** History entries of a case that changed its stage after registering. */
const MOVES: ReadonlySet<string> = new Set(['stage', 'withdrawn']);
/** A console that was away for longer begins anew. */
const DESK_EVENTS_MS = 30 * 24 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const FORGET_MS = 60 * 1000;

/** Fires due timers. Each effect is keyed by the timer's id, so that a timer fired twice (a crash between) has one effect. */
export class Ticker {
  readonly #options: TickerOptions;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopping = false;
  /** When old utterances were removed last; on start they are looked for at once. */
  #expiredAt = Number.NEGATIVE_INFINITY;
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(options: TickerOptions) {
    this.#options = options;
  }

  start(): void {
    const loop = async () => {
      this.#running = this.tick().catch(this.#options.failed);
      await this.#running;
      if (!this.#stopping) this.#timer = setTimeout(() => void loop(), this.#options.everyMs ?? EVERY_MS);
    };
    void loop();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /** Fires everything due now, and keeps the retention of what is learnt from. */
  async tick(): Promise<void> {
    const { ledger, now } = this.#options;
    for (;;) {
      const due = await ledger.timers.claimDue(now(), LEASE_MS, BATCH);
      for (const timer of due) {
        if (this.#stopping) return;
        await this.#settle(timer);
      }
      if (due.length < BATCH || this.#stopping) break;
    }
    await this.#forget();
    await this.#expire();
  }

  /** One that fails is left to its lease, after which it is due again; those behind it do not wait for it. */
  async #settle(timer: Timer): Promise<void> {
    const { ledger, failed, now } = this.#options;
    try {
      // takes its timer away itself, with the last batch
      if (timer.kind === 'outage.spread') return void (await ledger.outages.spread(timer, now()));
      await this.#fire(timer);
      await ledger.timers.done(timer.id);
    } catch (error) {
      failed(error);
    }
  }

  /** Once a minute: what customers were told is deleted as soon as a case or a visit is over. */
  async #forget(): Promise<void> {
    const at = this.#options.now();
    if (at - this.#forgotAt < FORGET_MS) return;
    await this.#options.ledger.personalData.forgetOver(at);
    this.#forgotAt = at;
  }

  /** Once a day. Several instances do it several times, which removes no more. */
  async #expire(): Promise<void> {
    const { ledger, now, utteranceDays } = this.#options;
    const at = now();
    if (at - this.#expiredAt < DAY_MS) return;
    await ledger.learning.expire(at - utteranceDays * DAY_MS);
    await ledger.personalData.expire(at);
    await ledger.deskEvents.expire(at - DESK_EVENTS_MS);
    await ledger.staff.expireSessions(at - DAY_MS, at - DAY_MS);
    await this.#options.swept?.(at);
    this.#expiredAt = at;
  }

  async #fire(timer: Timer): Promise<void> {
    const { ledger, now, clock } = this.#options;
    if (timer.kind === 'appointment.reminder') {
      const booking = await ledger.bookings.find(timer.subject as BookingNumber);
      return this.#tell(timer, booking?.customer, timer.subject);
    }
    if (timer.kind === 'case.stage') {
      const found = await ledger.cases.find(timer.subject as CaseNumber);
      return this.#tell(timer, found?.customer, newsOf(timer, found));
    }
    if (timer.kind === 'case.asked') {
      const found = await ledger.cases.find(timer.subject as CaseNumber);
      return this.#tell(timer, found?.customer, questionOf(timer, found));
    }
    if (timer.kind === 'handoff.changed') {
      return this.#deliver(timer, { handoff: timer.subject, epoch: Number(timer.detail) });
    }
    if (timer.kind === 'outage.news') {
      const { news, what, customer } = readOutageNews(timer.detail);
      return this.#tell(timer, customer, { outage: timer.subject, news, what });
    }
    if (await tellClock(timer, ledger, now())) clock(timer);
  }

  /** To where the customer was last; wherever that was at the first firing, so that nothing is told twice. */
  async #tell(timer: Timer, customer: CustomerId | undefined, value: unknown): Promise<void> {
    const { customers, timers } = this.#options.ledger;
    const latest = customer === undefined ? null : await customers.latestConversation(customer);
    const conversation = await timers.direct(timer.id, latest ?? timer.conversation);
    return this.#deliver({ ...timer, conversation }, value);
  }

  /** Puts an event into the inbox of the timer's conversation. */
  async #deliver(timer: Timer, value: unknown): Promise<void> {
    const { intake, now } = this.#options;
    const activity = { type: 'event', name: timer.kind, value, channelId: INTERNAL_CHANNEL } as const;
    const taken = await intake(timer.conversation, { id: `timer/${timer.id}` as MessageId, activity, at: now() }, null);
    if (taken.kind === 'full') throw new Error('the inbox of a timer is full');
  }
}

/** The timer is due at the instant of the move, which finds the entry with the note; notes are not kept in timers. */
function newsOf({ subject, detail, due }: Timer, found: Case | null) {
  const moved = found?.history.findLast(
    ({ what, detail: stage, at }) => MOVES.has(what) && stage === detail && at === due,
  );
  if (moved === undefined) throw new Error('the move that a timer tells of is not in the history');
  return { number: subject, stage: detail, note: moved.note };
}

/** As for a move: the question itself stands only in the history. */
function questionOf({ subject, due }: Timer, found: Case | null) {
  const asked = found?.history.findLast(({ what, at }) => what === 'paused' && at === due);
  if (asked === undefined) throw new Error('the question that a timer puts is not in the history');
  return { number: subject, question: asked.note };
}
