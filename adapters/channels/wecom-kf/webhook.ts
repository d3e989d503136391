import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Answer } from '../../http/answer.ts';
import { readBody } from '../../http/body.ts';
import type { Call } from '../../http/server.ts';
import type { ChannelHost } from '../messaging/port.ts';
import { busy, SUCCESS, unreadable, unsigned, utf8 } from '../tencent/answers.ts';
import { isFresh, keysOf, openSigned } from '../tencent/sealed.ts';
import { readXml } from '../tencent/xml.ts';
import type { Pulling } from './pulling.ts';
import type { WecomKfSettings } from './settings.ts';

const BODY_MOST = 64 * 1024;
/** The platform waits 5 s, and calls again when it was not told that all is well. */
const ANSWER_MS = 4500;

const callbackSchema = z.object({
  MsgType: z.string().min(1).max(60),
  Event: z.string().max(60).default(''),
  /** Good for 10 minutes. */
  Token: z.string().min(1).max(128).optional(),
  OpenKfId: z.string().max(100).default(''),
});

export interface Webhook {
  greet(call: Call): Promise<Answer>;
  push(call: Call): Promise<Answer>;
}

/** The address that is told of news. It holds no message: it is answered when all that is there was read and stored. */
export function createWebhook(settings: WecomKfSettings, host: ChannelHost, { pull }: Pulling): Webhook {
  const { account, openKfIds, token, corpId } = settings;
  const sealing = { token, keys: keysOf(settings), receiver: corpId };

  function opened(query: URLSearchParams, sealed: unknown): string {
    if (typeof sealed !== 'string' || !isFresh(query, host.now())) throw unsigned();
    const message = openSigned(query, sealed, sealing)?.message;
    if (message === undefined) throw unsigned();
    return message;
  }

  return {
    async greet({ query }) {
      return { ...SUCCESS, body: opened(query, query.get('echostr')) };
    },
    async push({ req, query }) {
      const body = utf8(await readBody(req, BODY_MOST));
      const callback = callbackSchema.safeParse(readXml(opened(query, readXml(body)?.Encrypt))).data;
      if (callback === undefined) throw unreadable();
      if (callback.Event !== 'kf_msg_or_event') return SUCCESS;
      if (!openKfIds.includes(callback.OpenKfId)) {
        host.log.warn({ channel: 'wecom-kf', account }, 'news of an account that is not set up here');
        return SUCCESS;
      }
      const enough = new AbortController();
      const late = sleep(ANSWER_MS, false, { signal: enough.signal }).catch(() => false);
      const read = await Promise.race([pull(callback.OpenKfId, callback.Token), late]);
      enough.abort();
      if (!read) throw busy();
      return SUCCESS;
    },
  };
}
