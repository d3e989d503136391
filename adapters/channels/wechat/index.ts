import type { Channel } from '../messaging/port.ts';
import { createClient } from '../tencent/client.ts';
import { WECHAT_CAPS } from './caps.ts';
import { sendCustom, showTyping } from './sending.ts';
import { wechatSettings } from './settings.ts';
import { createTokens } from './tokens.ts';
import { waitingRoom } from './waiting.ts';
import { createWebhook } from './webhook.ts';

/** The platform refuses a sign that is still shown, and shows none to customers who did nothing for 30 s. */
const TYPING_MS = 10_000;

/** WeChat official accounts (公众号, 服务号). */
export const wechat: Channel = {
  name: 'wechat',
  caps: WECHAT_CAPS,
  settings: wechatSettings,
  async start(given, host) {
    const settings = wechatSettings.parse(given);
    const { account } = settings;
    const client = createClient(settings, createTokens(settings, host.store, host.now), host.log);
    const room = waitingRoom();
    const webhook = createWebhook(settings, host, client, room);
    host.server.route('GET', `/channels/wechat/${account}`, webhook.greet);
    host.server.route('POST', `/channels/wechat/${account}`, webhook.push);
    return {
      channel: 'wechat',
      account,
      caps: WECHAT_CAPS,
      send(to, message) {
        // words that come this way leave the push that waits for them nothing to tell
        room.release(host.conversation(account, to));
        return sendCustom(client, host.uploads, to, message);
      },
      typing: { everyMs: TYPING_MS, show: (to) => showTyping(client, to) },
      answerInline: async (to, message) => room.take(host.conversation(account, to), message),
      silent: (conversation) => room.release(conversation),
      settled: (to) => room.release(host.conversation(account, to)),
      stop: async () => room.close(),
    };
  },
};
