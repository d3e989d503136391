import type { Channel } from '../messaging/port.ts';
import { callApi } from '../tencent/api.ts';
import { createClient } from '../tencent/client.ts';
import { sharedTokens } from '../tencent/tokens.ts';
import { WECOM_KF_CAPS } from './caps.ts';
import { createPulling } from './pulling.ts';
import { createSending } from './sending.ts';
import { createSessions } from './sessions.ts';
import { type WecomKfSettings, wecomKfSettings } from './settings.ts';
import { startSweep } from './sweep.ts';
import { createTaking } from './taking.ts';
import { createWebhook } from './webhook.ts';
import { createWelcomes } from './welcome.ts';

/** WeCom customer service (微信客服): customers in WeChat, the bot where a corporation's people would be. */
export const wecomKf: Channel = {
  name: 'wecom-kf',
  caps: WECOM_KF_CAPS,
  settings: wecomKfSettings,
  async start(given, host) {
    const settings = wecomKfSettings.parse(given);
    const { account, corpId } = settings;
    const { store, now, log } = host;
    const ask = () => callApi(tokenAddress(settings));
    const tokens = sharedTokens({
      // one for each app of the corporation
      ...{ name: `wecom-kf/${corpId}/${account}/token`, store, now },
      ask: async (_refused, keep) => keep(await ask()),
    });
    const client = createClient(settings, tokens, log);
    const welcomes = createWelcomes(store, now);
    const sessions = createSessions(client, log, account);
    const take = createTaking({ host, account, client, sessions, welcomes });
    const pulling = createPulling({ host, account, client, corpId, since: now(), take });
    const webhook = createWebhook(settings, host, pulling);
    host.server.route('GET', `/channels/wecom-kf/${account}`, webhook.greet);
    host.server.route('POST', `/channels/wecom-kf/${account}`, webhook.push);
    const sweep = startSweep(settings, host, pulling);
    return {
      channel: 'wecom-kf',
      account,
      caps: WECOM_KF_CAPS,
      knowsRepeats: true,
      send: createSending(client, welcomes, host, account),
      async stop() {
        await pulling.stop();
        await sweep.stop();
      },
    };
  },
};

function tokenAddress({ apiBase, corpId, secret }: WecomKfSettings): string {
  return `${apiBase}/cgi-bin/gettoken?${new URLSearchParams({ corpid: corpId, corpsecret: secret })}`;
}
