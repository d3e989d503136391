import { z } from 'zod';
import { CHANNEL_NAMES } from './port.ts';

/** An account of `channels.yaml`; what else it holds is the channel's own and checked by it. */
export const accountSchema = z.looseObject({
  channel: z.enum(CHANNEL_NAMES),
  /** The name in its webhook path. */
  account: z.string().regex(/^[\w-]{1,60}$/, '1 to 60 letters, digits, dashes'),
  /** Reaches the platform at another address. */
  apiBase: z.url().optional(),
});
export type AccountSettings = z.infer<typeof accountSchema>;
const fileSchema = z.array(accountSchema).max(100);

export type AccountsRead =
  | { readonly kind: 'accounts'; readonly accounts: readonly AccountSettings[] }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** Reads a parsed `channels.yaml`: its accounts, or every fault with its place. */
export function readAccounts(content: unknown): AccountsRead {
  const parsed = fileSchema.safeParse(content ?? []);
  if (!parsed.success) {
    return { kind: 'faulty', faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const names = parsed.data.map(({ channel, account }) => `${channel}/${account}`);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) return { kind: 'faulty', faults: twice.map((name) => `${name} is there twice`) };
  return { kind: 'accounts', accounts: parsed.data };
}
