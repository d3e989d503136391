import { z } from 'zod';
import { accountSchema } from '../messaging/accounts.ts';

/** What accounts of both SMS channels have in `channels.yaml`. */
export const smsShape = {
  account: accountSchema.shape.account,
  /** Stands before every message, in the brackets that operators in China demand. */
  signature: z
    .string()
    .regex(/^[^【】\p{Cc}]{1,20}$|^【[^【】\p{Cc}]{1,20}】$/u, '1 to 20 characters, with or without 【】')
    .transform((words) => (words.startsWith('【') ? words : `【${words}】`))
    .optional(),
  /** Parts of one message at most: each costs. */
  maxParts: z.int().min(1).max(10).default(5),
  /** Calling code of numbers that come without one. */
  country: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'a calling code such as 86')
    .default('86'),
};
const smsSchema = z.object(smsShape);
export type SmsSettings = z.output<typeof smsSchema>;
