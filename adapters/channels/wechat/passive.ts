import { randomBytes } from 'node:crypto';
import type { Instant } from '../../../domain/ids.ts';
import { seal, signature } from '../tencent/cipher.ts';
import { writeXml } from '../tencent/xml.ts';
import type { Push } from './push.ts';
import type { WechatSettings } from './settings.ts';

/** Words as the answer to a push, sealed with the key that opened it. Times are in seconds. */
export function passiveReply(
  { FromUserName, ToUserName }: Push,
  text: string,
  { settings, key, now }: { settings: WechatSettings; key: string | null; now: Instant },
): string {
  const seconds = Math.floor(now / 1000);
  const reply = writeXml({
    ToUserName: FromUserName,
    FromUserName: ToUserName,
    CreateTime: seconds,
    MsgType: 'text',
    Content: text,
  });
  if (key === null) return reply;
  const sealed = seal(key, reply, settings.appId);
  const nonce = randomBytes(8).toString('hex');
  return writeXml({
    Encrypt: sealed,
    MsgSignature: signature(settings.token, String(seconds), nonce, sealed),
    TimeStamp: seconds,
    Nonce: nonce,
  });
}
