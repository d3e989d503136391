import { z } from 'zod';
import { accountSchema } from '../messaging/accounts.ts';
import { aesKey, apiBase, callbackToken } from '../tencent/settings.ts';

/** Of an account of customer service; begins with `wk`. */
export const OPEN_KFID = /^[\w-]{1,64}$/;

/** A corporation's customer service in `channels.yaml`, under the names of the platform's own console. */
export const wecomKfSettings = z.strictObject({
  channel: z.literal('wecom-kf'),
  account: accountSchema.shape.account,
  apiBase: apiBase('https://qyapi.weixin.qq.com'),
  corpId: z.string().regex(/^\w{1,64}$/),
  /** Of the self-built app that may use the API of customer service. */
  secret: z.string().min(1).max(200),
  token: callbackToken,
  encodingAESKey: aesKey,
  /** The key before the last change, still taken so that no callback is lost meanwhile. */
  previousEncodingAESKey: aesKey.optional(),
  /** The accounts of customer service that are answered here. */
  openKfIds: z
    .array(z.string().regex(OPEN_KFID))
    .min(1)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, 'one is there twice'),
});
export type WecomKfSettings = z.output<typeof wecomKfSettings>;
