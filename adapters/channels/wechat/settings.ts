import { z } from 'zod';
import { accountSchema } from '../messaging/accounts.ts';
import { aesKey, apiBase, callbackToken } from '../tencent/settings.ts';

/** An official account in `channels.yaml`, under the names of the platform's own console. */
export const wechatSettings = z
  .strictObject({
    channel: z.literal('wechat'),
    account: accountSchema.shape.account,
    apiBase: apiBase('https://api.weixin.qq.com'),
    appId: z.string().regex(/^\w{1,64}$/),
    secret: z.string().min(1).max(200),
    token: callbackToken,
    /** 明文, 兼容 or 安全模式. `compatible` still believes a push without cipher text: only while switching over. */
    mode: z.enum(['plain', 'compatible', 'safe']).optional(),
    encodingAESKey: aesKey.optional(),
    /** The key before the last change, still taken so that no push is lost meanwhile. */
    previousEncodingAESKey: aesKey.optional(),
    /** What a customer says who clicks an entry of the account's menu, by the entry's key; others say their key. */
    clicks: z.record(z.string().max(128), z.string().min(1).max(200)).default({}),
  })
  .refine(({ mode = 'plain', encodingAESKey }) => mode === 'plain' || encodingAESKey !== undefined, {
    path: ['encodingAESKey'],
    message: 'needed in every mode but plain',
  })
  // with a key only what is encrypted is believed, unless it is said otherwise
  .transform((account) => ({ ...account, mode: account.mode ?? (account.encodingAESKey ? 'safe' : 'plain') }) as const);
export type WechatSettings = z.output<typeof wechatSettings>;
