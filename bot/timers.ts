import type { CaseNumber, IdempotencyKey, MessageId } from '../domain/ids.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Timer } from '../domain/timers.ts';
import { INTERNAL_CHANNEL } from './activity.ts';
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
  readonly everyMs?: number;
}

const EVERY_MS = 1000;
const LEASE_MS = 30_000;
const BATCH = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Fires due timers. Each effect is keyed by the timer's id, so that a timer fired twice (a crash between) has one effect. */
export class Ticker {
  readonly #options: TickerOptions;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopping = false;
  /** When old utterances were removed last; on start they are looked for at once. */
  #expiredAt = Number.NEGATIVE_INFINITY;

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
        await this.#fire(timer);
        await ledger.timers.done(timer.id);
      }
      if (due.length < BATCH || this.#stopping) break;
    }
    await this.#expire();
  }

  /** Once a day. Several instances do it several times, which removes no more. */
  async #expire(): Promise<void> {
    const { ledger, now, utteranceDays } = this.#options;
    const at = now();
    if (at - this.#expiredAt < DAY_MS) return;
    await ledger.learning.expire(at - utteranceDays * DAY_MS);
    this.#expiredAt = at;
  }

  async #fire(timer: Timer): Promise<void> {
    const { ledger, intake, now, clock } = this.#options;
    if (timer.kind === 'appointment.reminder') {
      const activity = { type: 'event', name: timer.kind, value: timer.subject, channelId: INTERNAL_CHANNEL } as const;
      const taken = await intake(
        timer.conversation,
        { id: `timer/${timer.id}` as MessageId, activity, at: now() },
        null,
      );
      if (taken.kind === 'full') throw new Error('the inbox of a reminder is full');
      return;
    }
    const what = timer.kind === 'case.warning' ? 'clock-warning' : 'clock-breach';
    const entry = { by: 'clock', what, detail: timer.detail, note: null } as const;
    await ledger.cases.note(timer.subject as CaseNumber, entry, `timer/${timer.id}` as IdempotencyKey, now());
    clock(timer);
  }
}
