import { z } from 'zod';
import { smsShape } from '../settings.ts';

/** A gateway that speaks as Kannel's smsbox does, under Kannel's names. */
export const smsHttpSettings = z.strictObject({
  channel: z.literal('sms-http'),
  ...smsShape,
  /** Where `/cgi-bin/sendsms` is. */
  apiBase: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  /** The number customers write to. */
  from: z.string().regex(/^[+\w]{1,21}$/),
  /** What the gateway adds to its calls of ours as `secret`, from the service's `get-url`. */
  secret: z.string().min(16).max(200),
  /** Where the gateway reaches us; without it there are no receipts. */
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** The `smsc` that messages are to leave by, where the gateway has several. */
  smsc: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional(),
});
export type SmsHttpSettings = z.output<typeof smsHttpSettings>;
