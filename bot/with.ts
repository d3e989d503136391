import { z } from 'zod';
import type { HandoffId } from '../domain/ids.ts';

/** The newest owner of a hand-off that this conversation has heard of: what is not newer is old news. */
const known = { handoff: z.string(), epoch: z.int() };

const place = z.strictObject({ position: z.int(), waitSeconds: z.number().nullable() });

/** Who answers in a conversation: exactly one. It changes by turns only, in the order of the inbox. */
export const withSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bot'),
    /** The last hand-off; null when there was none. */
    last: z.strictObject(known).nullable(),
  }),
  z.strictObject({
    kind: z.literal('queue'),
    ...known,
    since: z.number(),
    /** The customer knows that what they write meanwhile is kept. */
    acknowledged: z.boolean(),
    /** Where the customer stands, as the desk told it last; null until it has. */
    place: place.nullable(),
  }),
  z.strictObject({
    kind: z.literal('agent'),
    ...known,
    agent: z.strictObject({ id: z.string(), name: z.string() }),
  }),
]);
export type With = z.infer<typeof withSchema>;
export type Queueing = Extract<With, { kind: 'queue' }>;
export type Attended = Extract<With, { kind: 'agent' }>;

export const BOT: With = { kind: 'bot', last: null };

/** The hand-off that is open here or was last, and its newest epoch heard of. */
export function knownOf(now: With): { readonly handoff: string; readonly epoch: number } | null {
  return now.kind === 'bot' ? now.last : { handoff: now.handoff, epoch: now.epoch };
}

/** The hand-off that is open here. */
export function openHandoff(now: Queueing | Attended): HandoffId {
  return now.handoff as HandoffId;
}
