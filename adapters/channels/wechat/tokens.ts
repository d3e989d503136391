import { randomUUID } from 'node:crypto';
import type { Instant } from '../../../domain/ids.ts';
import type { ChannelStore } from '../messaging/store.ts';
import { callApi } from '../tencent/api.ts';
import { sharedTokens, type Tokens } from '../tencent/tokens.ts';
import type { WechatSettings } from './settings.ts';

/** The platform's limit for asking for a new token while the old one is good: once in 30 s, 20 times a day. */
const FORCE_MS = 30_000;
const FORCED_A_DAY = 20;

/** The account's access token, from `stable_token`. */
export function createTokens(settings: WechatSettings, store: ChannelStore, now: () => Instant): Tokens {
  const { appId, secret, apiBase } = settings;
  const name = `wechat/${appId}`;

  const asked = (force: boolean) =>
    callApi(`${apiBase}/cgi-bin/stable_token`, {
      ...{ grant_type: 'client_credential', appid: appId, secret, force_refresh: force },
    });

  /** Two instances may count at the same time only as long as the lock of the token lets them: one after the other. */
  async function mayForce(): Promise<boolean> {
    if (!(await store.lock(`${name}/force`, randomUUID(), now(), FORCE_MS))) return false;
    const today = new Date(now()).toISOString().slice(0, 10);
    const [day, count] = (await store.cursor(`${name}/forced`))?.split(' ') ?? [];
    const before = day === today ? Number(count) : 0;
    if (before >= FORCED_A_DAY) return false;
    await store.saveCursor(`${name}/forced`, `${today} ${before + 1}`);
    return true;
  }

  return sharedTokens({
    ...{ name, store, now },
    async ask(refused, keep) {
      const token = await keep(await asked(false));
      if (refused === null || token.kind !== 'token' || token.value !== refused || !(await mayForce())) return token;
      return keep(await asked(true));
    },
  });
}
