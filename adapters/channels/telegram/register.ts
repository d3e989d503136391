import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelHost } from '../messaging/port.ts';
import type { Client } from './client.ts';
import type { TelegramSettings } from './settings.ts';
import { UPDATES } from './update.ts';

/** One instance of many asks; the others need not within this time. */
const ONCE_MS = 60_000;

/** Tells Telegram where we are, until it knows or `signal` ends it; does not keep the start waiting. */
export async function registerWebhook(
  { account, publicUrl, secretToken }: TelegramSettings,
  client: Client,
  { store, log, now }: Pick<ChannelHost, 'store' | 'log' | 'now'>,
  signal: AbortSignal,
): Promise<void> {
  if (publicUrl === undefined) return;
  const name = `telegram/${account}/webhook`;
  const holder = randomUUID();
  while (!signal.aborted) {
    if (!(await store.lock(name, holder, now(), ONCE_MS))) return;
    const called = await client.call('setWebhook', {
      url: `${publicUrl}/channels/telegram/${account}`,
      secret_token: secretToken,
      allowed_updates: UPDATES,
    });
    if (called.kind === 'ok') return;
    const code = called.kind === 'failed' ? called.code : `http-${called.status}`;
    log.warn({ channel: 'telegram', account, code }, 'the webhook could not be set');
    await store.unlock(name, holder);
    await sleep(ONCE_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
