import { randomUUID } from 'node:crypto';
import type { ChannelHost } from '../messaging/port.ts';
import { nameOf } from '../tencent/answers.ts';
import type { Pulling } from './pulling.ts';
import type { WecomKfSettings } from './settings.ts';

/** The platform limits readings that it did not call for. */
const SWEEP_MS = 5 * 60_000;
const LOOK_MS = 60_000;

/** Reads now and then without being called: callbacks may be lost while all instances are away. */
export function startSweep(
  { account, corpId, openKfIds }: WecomKfSettings,
  { store, now, log }: ChannelHost,
  { pull }: Pulling,
): { stop(): Promise<void> } {
  async function sweep(): Promise<void> {
    try {
      for (const openKfId of openKfIds) {
        const name = `wecom-kf/${corpId}/${openKfId}/sweep`;
        if (await store.lock(name, randomUUID(), now(), SWEEP_MS)) await pull(openKfId);
      }
    } catch (error) {
      log.warn({ channel: 'wecom-kf', account, error: nameOf(error) }, 'messages could not be looked for');
    }
  }
  let running = sweep();
  const timer = setInterval(() => {
    running = running.then(sweep);
  }, LOOK_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
