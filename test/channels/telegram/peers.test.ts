import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { telegram } from '../../../adapters/channels/telegram/index.ts';
import type { Platform } from '../../simulators/platform.ts';
import { ACCOUNT } from '../../simulators/telegram.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../directline/line.ts';
import { dialogsOf } from '../messaging/acceptDialogs.ts';
import { openShop } from '../messaging/shop.ts';
import { SecretServer } from './secretServer.ts';

/** Updates are made, and messages taken, by telegram-test-api. */
describe('telegram with telegram-test-api: whole conversations', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  dialogsOf(async (options = {}) => {
    const server = new SecretServer({ port: await freePort(), host: '127.0.0.1' });
    await server.start();
    const platform: Platform = {
      account: {
        ...{ channel: 'telegram', apiBase: server.config.apiURL, ...ACCOUNT },
        ...{ publicUrl: `http://127.0.0.1:${await freePort()}` },
      },
      customer(source = String(randomInt(1e8, 2 ** 40))) {
        const id = Number(source);
        const client = server.getClient(ACCOUNT.token, {
          ...{ userId: id, chatId: id, type: 'private', firstName: 'Chan', timeout: 5000 },
        });
        const says = (text: string) => async () => {
          const from = server.statuses.length;
          await client.sendMessage(client.makeMessage(text));
          await until('the update is answered', () => server.statuses.length > from);
          return server.statuses[from] ?? 0;
        };
        return {
          ...{ source, says },
          get shown() {
            const mine = server.storage.botMessages.filter(({ message }) => String(message.chat_id) === source);
            return mine.map(({ message }) => ({ text: message.text, choices: [] }));
          },
        };
      },
      close: async () => void (await server.stop()),
    };
    closing.push(() => platform.close());
    const shop = await openShop({ channel: telegram, account: platform.account, ...options });
    closing.unshift(() => shop.close());
    await until('the webhook is set', () => server.webhooks[ACCOUNT.token] !== undefined);
    const base = shop.instances[0]?.base ?? '';
    assert.ok(server.webhooks[ACCOUNT.token]?.url.endsWith('/channels/telegram/main'));
    // the shop listens at a port of its own
    Object.assign(server.webhooks[ACCOUNT.token] ?? {}, { url: `${base}/channels/telegram/main` });
    return { platform, shop, base };
  });
});
