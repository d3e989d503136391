import assert from 'node:assert/strict';
import { telegram } from '../../../adapters/channels/telegram/index.ts';
import { ACCOUNT } from '../../simulators/telegram.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop } from '../messaging/shop.ts';
import { spied } from '../messaging/spied.ts';
import { SecretServer } from './secretServer.ts';

describe('telegram: against telegram-test-api', () => {
  let server: SecretServer;
  let shop: Shop | null = null;
  afterEach(async () => {
    await shop?.close();
    await server.stop();
  });

  it('sets its webhook and talks: words, a command, a pressed button', async () => {
    server = new SecretServer({ port: await freePort(), host: '127.0.0.1' });
    await server.start();
    const spy = spied(telegram);
    const publicUrl = `http://127.0.0.1:${await freePort()}`;
    const account = { channel: 'telegram', apiBase: server.config.apiURL, ...ACCOUNT, publicUrl } as const;
    const opened = await openShop({ channel: spy.channel, account, respond: echoing });
    shop = opened;
    await until('the webhook is set', () => server.webhooks[ACCOUNT.token] !== undefined);
    const webhook = server.webhooks[ACCOUNT.token];
    assert.equal(webhook?.url, `${publicUrl}/channels/telegram/main`);
    // the shop listens at a port of its own
    const reachable = { ...webhook, url: `${opened.instances[0]?.base}/channels/telegram/main` };
    Object.assign(server.webhooks, { [ACCOUNT.token]: reachable });

    const options = { userId: 77, chatId: 77, type: 'private', firstName: 'Chan', timeout: 5000 };
    const client = server.getClient(ACCOUNT.token, options);
    await client.sendCommand(client.makeCommand('/start'));
    await until('the start is taken', () => spy.received.length === 1);
    await client.sendMessage(client.makeMessage('菜单'));
    const { botMessages } = server.storage;
    await until('answered', () => botMessages.length === 1);
    assert.deepEqual([String(botMessages[0]?.message.chat_id), botMessages[0]?.message.text], ['77', '回声：菜单']);
    const keyboard = botMessages[0]?.message.reply_markup?.inline_keyboard?.flat();
    assert.deepEqual(keyboard, [
      { text: '报修', callback_data: '=报修' },
      { text: '投诉', callback_data: '=投诉' },
    ]);
    const shown = { message: { chat: { id: 77, type: 'private' }, reply_markup: { inline_keyboard: [keyboard] } } };
    await client.sendCallback(client.makeCallbackQuery('=报修', shown));
    await until('answered again', () => botMessages.length === 2);
    await until('all are taken', () => server.statuses.length === 3);
    assert.deepEqual(server.statuses, [200, 200, 200]);
    assert.deepEqual(
      spy.received.map(({ kind, text, value }) => [kind, text, value]),
      [
        ['arrival', '', undefined],
        ['message', '菜单', undefined],
        ['message', '报修', '报修'],
      ],
    );
    Object.assign(server.webhooks, { [ACCOUNT.token]: { ...reachable, secret_token: 'another_secret_token' } });
    await client.sendMessage(client.makeMessage('喂'));
    await until('it is refused', () => server.statuses.length === 4);
    assert.deepEqual([server.statuses.at(-1), spy.received.length], [401, 3]);
  });
});
