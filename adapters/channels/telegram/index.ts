import { createHold } from '../messaging/hold.ts';
import type { Channel } from '../messaging/port.ts';
import { TELEGRAM_CAPS } from './caps.ts';
import { createClient } from './client.ts';
import { registerWebhook } from './register.ts';
import { sendMessage } from './sending.ts';
import { telegramSettings } from './settings.ts';
import { createWebhook } from './webhook.ts';

/** Telegram shows it for 5 s. */
const TYPING_MS = 4000;

/** Telegram bots. */
export const telegram: Channel = {
  name: 'telegram',
  caps: TELEGRAM_CAPS,
  settings: telegramSettings,
  async start(given, host) {
    const settings = telegramSettings.parse(given);
    const { account } = settings;
    const client = createClient(settings, host.log);
    const hold = createHold(host.store, 'telegram', host.now);
    const deps = { client, uploads: host.uploads, hold, conversation: (to: string) => host.conversation(account, to) };
    host.server.route('POST', `/channels/telegram/${account}`, createWebhook(settings, host, client).push);
    const stopped = new AbortController();
    const registering = registerWebhook(settings, client, host, stopped.signal).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : typeof error;
      host.log.warn({ channel: 'telegram', account, error: name }, 'the webhook could not be set');
    });
    return {
      channel: 'telegram',
      account,
      caps: TELEGRAM_CAPS,
      send: (to, message) => sendMessage(deps, to, message),
      typing: {
        everyMs: TYPING_MS,
        async show(to) {
          // a chat that is to be left alone is left alone
          if (await hold.free(deps.conversation(to)))
            await client.call('sendChatAction', { chat_id: to, action: 'typing' });
        },
      },
      async stop() {
        stopped.abort();
        await registering;
      },
    };
  },
};
