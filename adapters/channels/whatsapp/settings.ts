import { z } from 'zod';
import { accountSchema } from '../messaging/accounts.ts';

const secret = z.string().min(1).max(1000);

/** A number of the WhatsApp Business Platform (Cloud API) in `channels.yaml`, under the names of the platform's own console. */
export const whatsappSettings = z.strictObject({
  channel: z.literal('whatsapp'),
  account: accountSchema.shape.account,
  /**
   * The platform cannot be reached in mainland China, and what customers write is stored by it abroad (PIPL, article 38).
   * Off unless there is an account; whoever wants to says here that it is meant.
   */
  overseas: z.literal(true).optional(),
  apiBase: z
    .url()
    .default('https://graph.facebook.com')
    .transform((url) => url.replace(/\/+$/, '')),
  version: z
    .string()
    .regex(/^v\d{1,2}\.\d$/)
    .default('v23.0'),
  phoneNumberId: z.string().regex(/^\d{1,30}$/),
  appSecret: secret,
  /** The secret before the last change, still taken so that no message is lost meanwhile. */
  previousAppSecret: secret.optional(),
  verifyToken: secret,
  accessToken: secret,
  /**
   * What is written after 24 hours without a message of the customer goes out in this approved template, whose text has one
   * variable. Without one it waits until the customer writes.
   */
  template: z
    .strictObject({
      name: z.string().regex(/^[a-z0-9_]{1,512}$/),
      language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
    })
    .optional(),
  /** Opens a list of choices. */
  listButton: z.string().min(1).max(20).default('选择 · Choose'),
  /** The platform does not tell a customer's language. */
  locale: z.enum(['zh-Hans', 'zh-Hant', 'en']).optional(),
});
export type WhatsappSettings = z.output<typeof whatsappSettings>;
