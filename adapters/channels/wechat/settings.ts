import { z } from 'zod';
import { accountSchema } from '../messaging/accounts.ts';

/** 43 characters of base64: with the padding they lack, 32 bytes. */
const aesKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/, '43 letters and digits, as the platform shows it');

/** An official account in `channels.yaml`, under the names of the platform's own console. */
export const wechatSettings = z
  .strictObject({
    channel: z.literal('wechat'),
    account: accountSchema.shape.account,
    apiBase: z
      .url()
      .default('https://api.weixin.qq.com')
      .transform((url) => url.replace(/\/+$/, '')),
    appId: z.string().regex(/^\w{1,64}$/),
    secret: z.string().min(1).max(200),
    token: z.string().regex(/^\w{3,32}$/, '3 to 32 letters and digits'),
    /** 明文, 兼容 or 安全模式. `compatible` still believes a push without cipher text: only while switching over. */
    mode: z.enum(['plain', 'compatible', 'safe']).default('safe'),
    encodingAESKey: aesKey.optional(),
    /** The key before the last change, still taken so that no push is lost meanwhile. */
    previousEncodingAESKey: aesKey.optional(),
    /** What a customer says who clicks an entry of the account's menu, by the entry's key; others say their key. */
    clicks: z.record(z.string().max(128), z.string().min(1).max(200)).default({}),
  })
  .refine(({ mode, encodingAESKey }) => mode === 'plain' || encodingAESKey !== undefined, {
    path: ['encodingAESKey'],
    message: 'needed in every mode but plain',
  });
export type WechatSettings = z.output<typeof wechatSettings>;
