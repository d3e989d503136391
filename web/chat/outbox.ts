import type { Activity, Language } from './activity.ts';
import { drop, keep } from './fileShelf.ts';
import type { Outgoing } from './outgoing.ts';
import { forget, store, stored } from './outgoing.ts';
import { backoffMs } from './phase.ts';
import type { Posted } from './post.ts';

/** A waiting message, or one the server took whose echo has not come yet. */
export interface Waiting extends Outgoing {
  readonly accepted: boolean;
}

export interface Outbox {
  waiting(): readonly Waiting[];
  say(text: string, language: Language, files?: readonly File[]): void;
  switchLanguage(language: Language): void;
  retry(clientActivityID: string): void;
  discard(clientActivityID: string): void;
  /** The log holds these: whatever of ours is among them has arrived. */
  arrived(activities: readonly Activity[]): void;
  /** Try now: the connection is back. */
  wake(): void;
}

/** Answers of a troubled server before the customer is told; about 15 seconds. */
const patience = 6;

/** Sends what the customer says in order, one at a time, and keeps it over reloads until the server has it. */
export function outbox(
  post: (outgoing: Outgoing) => Promise<Posted>,
  changed: (event: 'queue' | 'accepted' | 'failed') => void,
): Outbox {
  let queue: readonly Waiting[] = stored().map((outgoing) => ({ ...outgoing, accepted: false }));
  let inFlight: string | undefined;
  /** In a row, of any kind, and those where a server answered. */
  let tries = 0;
  let troubles = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(id: string, make: (waiting: Waiting) => Waiting | undefined): void {
    queue = queue.flatMap((waiting) => (waiting.clientActivityID === id ? (make(waiting) ?? []) : waiting));
    changed('queue');
  }

  function add(what: Outgoing['what'], language: Language, files: readonly File[]): void {
    const clientActivityID = randomId();
    const at = Math.max(Date.now(), ...queue.map((waiting) => waiting.at + 1));
    const notes = files.map(({ name, type }) => ({ name, type }));
    const outgoing = { clientActivityID, at, language, what, files: notes, failed: undefined };
    store(outgoing);
    queue = [...queue, { ...outgoing, accepted: false }];
    changed('queue');
    if (files.length === 0) void pump();
    else void keep(clientActivityID, files).then(pump);
  }

  async function pump(): Promise<void> {
    const head = queue.find(({ accepted, failed }) => !accepted && failed === undefined);
    if (inFlight !== undefined || head === undefined) return;
    inFlight = head.clientActivityID;
    clearTimeout(timer);
    const posted = await post(head);
    inFlight = undefined;
    settle(head, posted);
    if (timer === undefined) void pump();
  }

  function settle(head: Outgoing, posted: Posted): void {
    timer = undefined;
    switch (posted.kind) {
      case 'accepted':
        tries = troubles = 0;
        release(head);
        change(head.clientActivityID, (waiting) =>
          waiting.what.kind === 'language' ? undefined : { ...waiting, accepted: true },
        );
        changed('accepted');
        break;
      case 'failed':
        fail(head, posted.reason);
        break;
      default:
        tries++;
        // Without a network it waits for ever; a server that answers and cannot is not waited for so long.
        if (posted.kind === 'refused' || posted.reached) troubles++;
        if (troubles >= patience) fail(head, 'serverTrouble');
        else later((posted.kind === 'later' ? posted.afterMs : undefined) ?? backoffMs(tries + 1, Math.random()));
    }
  }

  function fail(head: Outgoing, reason: NonNullable<Outgoing['failed']>): void {
    tries = troubles = 0;
    change(head.clientActivityID, (waiting) => {
      const failed = { ...waiting, failed: reason };
      store(failed);
      return failed;
    });
    changed('failed');
  }

  function later(ms: number): void {
    timer = setTimeout(() => {
      timer = undefined;
      void pump();
    }, ms);
  }

  function release(outgoing: Outgoing): void {
    forget(outgoing);
    if (outgoing.files.length > 0) void drop(outgoing.clientActivityID);
  }

  return {
    waiting: () => queue,
    say: (text, language, files = []) => add({ kind: 'message', text }, language, files),
    switchLanguage(language) {
      // Only the last choice counts; one on its way is let go.
      for (const old of queue) {
        if (old.what.kind !== 'language' || old.clientActivityID === inFlight) continue;
        release(old);
        queue = queue.filter((waiting) => waiting !== old);
      }
      add({ kind: 'language' }, language, []);
    },
    retry(id) {
      change(id, (waiting) => {
        const again = { ...waiting, failed: undefined };
        store(again);
        return again;
      });
      void pump();
    },
    discard(id) {
      for (const waiting of queue) if (waiting.clientActivityID === id) release(waiting);
      change(id, () => undefined);
    },
    arrived(activities) {
      const ids = new Set(activities.map((activity) => activity.clientActivityID));
      const mine = queue.filter((waiting) => ids.has(waiting.clientActivityID));
      for (const waiting of mine) release(waiting);
      if (mine.length > 0) queue = queue.filter((waiting) => !mine.includes(waiting));
    },
    wake() {
      clearTimeout(timer);
      timer = undefined;
      void pump();
    },
  };
}

/** crypto.randomUUID exists on https and localhost only; a lab address has neither. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
