import type { Instant } from '../../domain/ids.ts';
import type { Log } from '../http/log.ts';
import { nextTry } from './backoff.ts';
import { bodyOf } from './body.ts';
import { type Posted, post } from './post.ts';
import { signedHeaders } from './sign.ts';
import type { Claimed, Settlement, Webhooks } from './store.ts';
import type { Transcript } from './transcript.ts';

export interface SenderOptions {
  readonly webhooks: Webhooks;
  readonly transcript: Transcript;
  /** Hosts that may resolve to private addresses: see `addresses.ts`. */
  readonly privateHosts: readonly string[];
  readonly now: () => Instant;
  /** Facts only: neither bodies nor addresses. */
  readonly log: Log;
  /** A store did not answer; it is asked again. */
  readonly failed: (error: unknown) => void;
  readonly everyMs?: number;
  readonly timeoutMs?: number;
  readonly leaseMs?: number;
}

const EVERY_MS = 1000;
const TIMEOUT_MS = 10_000;
/** Longer than an attempt by far, so that one that goes on is not repeated elsewhere. */
const LEASE_MS = 45_000;
/** Subjects of one webhook at a time, so that a slow receiver keeps nobody else waiting. */
const PARALLEL = 4;
const GONE = 410;

/**
 * Tells other systems what the ledger wrote down for them: at least once, of a subject one event after the other. What a
 * crash leaves behind is claimed again when its lease is over.
 */
export class WebhookSender {
  readonly #options: SenderOptions;
  readonly #busy = new Map<string, number>();
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  start(): void {
    const loop = () => {
      if (this.#stop.signal.aborted) return;
      this.#track(this.tick());
      this.#timer = setTimeout(loop, this.#options.everyMs ?? EVERY_MS);
    };
    loop();
  }

  /** Ends what is being sent; it is sent again later. */
  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#timer) clearTimeout(this.#timer);
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Starts everything that can be sent now; resolves when it was started. */
  async tick(): Promise<void> {
    const { webhooks, now, failed } = this.#options;
    try {
      const due = await webhooks.due(now());
      // one that cannot be read keeps none of the others waiting
      await Promise.all(due.map((webhook) => this.#fill(webhook).catch(failed)));
    } catch (error) {
      failed(error);
    }
  }

  #track(work: Promise<void>): void {
    const kept = work.catch(this.#options.failed).finally(() => this.#running.delete(kept));
    this.#running.add(kept);
  }

  /** Claims as much of a webhook as may run, and goes on with it as each ends. */
  async #fill(webhook: string): Promise<void> {
    const { webhooks, now, leaseMs = LEASE_MS } = this.#options;
    const free = PARALLEL - (this.#busy.get(webhook) ?? 0);
    if (free <= 0 || this.#stop.signal.aborted) return;
    this.#occupy(webhook, free);
    const at = now();
    const claimed = await webhooks.claim(webhook, at, leaseMs, free).catch((error: unknown) => {
      this.#occupy(webhook, -free);
      throw error;
    });
    this.#occupy(webhook, claimed.length - free);
    for (const each of claimed) {
      const work = this.#deliver(each, at + leaseMs).finally(() => this.#occupy(webhook, -1));
      this.#track(work.then((sent) => (sent ? this.#fill(webhook) : undefined)));
    }
  }

  #occupy(webhook: string, count: number): void {
    const busy = (this.#busy.get(webhook) ?? 0) + count;
    if (busy > 0) this.#busy.set(webhook, busy);
    else this.#busy.delete(webhook);
  }

  /** True when it was taken: what stands behind it can be sent. */
  async #deliver(claimed: Claimed, leaseUntil: Instant): Promise<boolean> {
    const { webhooks, transcript, privateHosts, now, timeoutMs = TIMEOUT_MS, log } = this.#options;
    const body = await bodyOf(claimed, transcript);
    // a process that stood still may have lost it: whoever has it now sends it, and what follows
    if (now() + timeoutMs >= leaseUntil || this.#stop.signal.aborted) return false;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), this.#stop.signal]);
    const posted = await post(claimed.url, signedHeaders(claimed, body, now()), body, { privateHosts, signal });
    const { webhook, event, id, tries } = claimed;
    if (posted.kind === 'answered' && posted.status === GONE) {
      await webhooks.remove(webhook);
      log.warn({ webhook }, 'a webhook is gone and was removed');
      return false;
    }
    const settlement = this.#settlementOf(claimed, posted);
    if (settlement.kind !== 'done') {
      log.warn({ webhook, event, id, tries, outcome: settlement.outcome, end: settlement.kind }, 'a webhook failed');
    }
    return (await webhooks.settle(claimed, settlement, now())) && settlement.kind !== 'later';
  }

  #settlementOf({ at, tries }: Claimed, posted: Posted): Settlement {
    const { now } = this.#options;
    if (posted.kind === 'answered' && posted.status >= 200 && posted.status < 300) return { kind: 'done' };
    if (this.#stop.signal.aborted) return { kind: 'later', due: now(), outcome: null };
    const outcome = posted.kind === 'answered' ? String(posted.status) : posted.why;
    const due = nextTry(at, tries, now(), Math.random());
    return due === null ? { kind: 'dead', outcome } : { kind: 'later', due, outcome };
  }
}
