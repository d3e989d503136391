import { z } from 'zod';
import { EVENT_PATTERNS } from '../../domain/webhooks.ts';
import { TRANSCRIPTS } from '../webhooks/store.ts';
import { id, instant } from './schemas.ts';

const events = z.array(z.enum(EVENT_PATTERNS)).min(1).max(EVENT_PATTERNS.length);

export const newWebhook = z.strictObject({
  url: z.string().min(1).max(2000),
  events,
  secret: z.string().regex(/^[!-~]{16,200}$/, '16 to 200 printable ASCII characters without blanks'),
  /** Of the transcript that goes with `handoff.initiated`. */
  transcript: z.enum(TRANSCRIPTS).optional(),
});
export const webhookParams = z.object({ id });
/** The secret is never shown. */
export const webhookView = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(EVENT_PATTERNS)),
  transcript: z.enum(TRANSCRIPTS),
  madeAt: instant,
  /** Events still to be sent. */
  waiting: z.number(),
  /** Events given up after 24 hours, of the last 30 days. */
  dead: z.number(),
  /** How the newest attempt that failed ended: an HTTP status, or what went wrong before there was one. */
  lastFailure: z.object({ at: instant, outcome: z.string() }).nullable(),
});
export const webhookList = z.object({ webhooks: z.array(webhookView) });
export const nothing = z.object({});
