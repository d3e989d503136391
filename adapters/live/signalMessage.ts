import { z } from 'zod';
import type { Signal } from '../../bot/desk.ts';
import type { ConversationId, StaffId } from '../../domain/ids.ts';

/** Longest message that is sent or read, in UTF-16 units. */
const LIMIT = 2000;

const conversation = z
  .string()
  .min(1)
  .max(300)
  .transform((id) => id as ConversationId);
const staffId = z
  .string()
  .min(1)
  .max(100)
  .transform((id) => id as StaffId);
const message = z.strictObject({
  origin: z.string().min(1).max(100),
  signal: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('typing'), conversation, by: z.union([z.literal('customer'), staffId]) }),
    z.strictObject({ kind: z.literal('desk') }),
    z.strictObject({
      kind: z.literal('viewing'),
      staff: z.strictObject({ id: staffId, name: z.string().max(200) }),
      conversation: conversation.nullable(),
      console: z.string().min(1).max(100),
    }),
  ]),
});

/** A signal as it goes through Redis, with the instance it comes from; null when it is too long. */
export function writeSignal(origin: string, signal: Signal): string | null {
  const text = JSON.stringify({ origin, signal });
  return text.length <= LIMIT ? text : null;
}

/** Null for anything else that somebody may write to the channel. */
export function readSignal(text: string): { readonly origin: string; readonly signal: Signal } | null {
  if (text.length > LIMIT) return null;
  try {
    return message.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
