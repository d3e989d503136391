import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelHost } from '../messaging/port.ts';
import { nameOf } from '../tencent/answers.ts';
import { type SyncDeps, sync } from './sync.ts';

/** How long an instance that does nothing more keeps the others from reading. */
const LOCK_MS = 15_000;
const RENEW_MS = LOCK_MS / 3;
const LOOK_MS = 50;
/** How long the lock is waited for. */
const WAIT_MS = 60_000;

export interface Pulling {
  /**
   * Reads to the end what an account of customer service has. Begins after the call, however many calls run already;
   * calls that wait share one reading. False when it was not read to the end.
   */
  pull(openKfId: string, token?: string): Promise<boolean>;
  stop(): Promise<void>;
}

export interface PullingDeps extends SyncDeps {
  readonly host: Pick<ChannelHost, 'store' | 'log' | 'now'>;
  readonly corpId: string;
}

interface Lane {
  running: Promise<boolean> | null;
  waiting: { done: Promise<boolean>; token: string | undefined } | null;
}

/** One reader for each account of customer service, over all instances. */
export function createPulling(deps: PullingDeps): Pulling {
  const { store, log, now } = deps.host;
  const lanes = new Map<string, Lane>();
  let stopped = false;

  async function run(openKfId: string, token: string | undefined): Promise<boolean> {
    const name = `wecom-kf/${deps.corpId}/${openKfId}`;
    const holder = randomUUID();
    try {
      for (const until = performance.now() + WAIT_MS; !(await store.lock(name, holder, now(), LOCK_MS)); ) {
        if (stopped || performance.now() > until) return false;
        await sleep(LOOK_MS);
      }
      const renew = () => store.renew(name, holder, now(), LOCK_MS);
      const renewing = setInterval(() => void renew().catch(() => {}), RENEW_MS);
      try {
        return await sync(deps, name, openKfId, token, async () => !stopped && (await renew()));
      } finally {
        clearInterval(renewing);
        await store.unlock(name, holder);
      }
    } catch (error) {
      log.warn({ channel: 'wecom-kf', account: deps.account, error: nameOf(error) }, 'messages could not be stored');
      return false;
    }
  }

  return {
    async pull(openKfId, token) {
      const lane = lanes.get(openKfId) ?? { running: null, waiting: null };
      lanes.set(openKfId, lane);
      const begin = (given: string | undefined): Promise<boolean> => {
        lane.running = run(openKfId, given).finally(() => {
          lane.running = null;
        });
        return lane.running;
      };
      if (lane.waiting) {
        lane.waiting.token = token ?? lane.waiting.token;
        return lane.waiting.done;
      }
      if (lane.running === null) return stopped ? false : begin(token);
      const next: NonNullable<Lane['waiting']> = {
        token,
        done: lane.running.then(() => {
          lane.waiting = null;
          return stopped ? false : begin(next.token);
        }),
      };
      lane.waiting = next;
      return next.done;
    },
    async stop() {
      stopped = true;
      await Promise.all([...lanes.values()].map(({ running, waiting }) => waiting?.done ?? running));
    },
  };
}
