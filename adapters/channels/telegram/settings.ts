import { z } from 'zod';
import { accountSchema } from '../messaging/accounts.ts';

const url = z.url().transform((address) => address.replace(/\/+$/, ''));

/** A Telegram bot in `channels.yaml`. */
export const telegramSettings = z.strictObject({
  channel: z.literal('telegram'),
  account: accountSchema.shape.account,
  apiBase: url.default('https://api.telegram.org'),
  /** As BotFather gives it. */
  token: z.string().regex(/^[\w:-]{5,100}$/),
  /** Comes with each update as `X-Telegram-Bot-Api-Secret-Token`. */
  secretToken: z.string().regex(/^[\w-]{1,256}$/, '1 to 256 letters, digits, _ or -'),
  /** Our address as Telegram sees it. With it the webhook is set at the start; without it somebody else sets it. */
  publicUrl: url.optional(),
});
export type TelegramSettings = z.output<typeof telegramSettings>;
