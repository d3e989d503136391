import { z } from 'zod';
import { dialogStateSchema, emptyDialog } from '../dialogs/state.ts';
import { LANGUAGES } from '../domain/ids.ts';
import { inboundActivitySchema } from './activity.ts';
import { unsettledSchema } from './learning.ts';
import { BOT, withSchema } from './with.ts';

/** Raised when a stored document changes its shape; each step from n to n + 1 is an entry of `MIGRATIONS`. */
export const STATE_SCHEMA = 3;

/** Where replies go when the channel does not fetch them. */
export const referenceSchema = inboundActivitySchema
  .pick({ channelId: true, serviceUrl: true, conversation: true, from: true, recipient: true, locale: true })
  .extend({ channelId: z.string().max(60).optional() })
  .strip();

const stateSchema = z.strictObject({
  schema: z.literal(STATE_SCHEMA),
  language: z.enum(LANGUAGES),
  customer: z.string(),
  reference: referenceSchema,
  /** When the customer last wrote. */
  lastAt: z.number(),
  greeted: z.boolean(),
  with: withSchema,
  dialog: dialogStateSchema,
  unsettled: unsettledSchema.nullable(),
});

/** What is kept of a conversation between turns. */
export type ConversationState = z.infer<typeof stateSchema>;

export type ParsedState =
  | { readonly kind: 'new' }
  | { readonly kind: 'state'; readonly state: ConversationState }
  /** Written by a newer release: the turn waits for one that can read it. */
  | { readonly kind: 'future'; readonly schema: number };

const MIGRATIONS: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>> = {
  1: (old) => ({ ...old, unsettled: null }),
  2: (old) => ({ ...old, with: BOT, dialog: withCallbacks(old.dialog) }),
};

/** Before a person could answer here, the form `handoff` took the call-back that `callback` takes now. */
function withCallbacks(dialog: unknown): unknown {
  const known = z.looseObject({ form: z.unknown(), suspended: z.array(z.unknown()) }).safeParse(dialog);
  if (!known.success) return dialog;
  const form = (open: unknown): unknown => {
    const named = z.looseObject({ name: z.literal('handoff') }).safeParse(open);
    return named.success ? { ...named.data, name: 'callback' } : open;
  };
  return { ...known.data, anger: 0, form: form(known.data.form), suspended: known.data.suspended.map(form) };
}

const versioned = z.looseObject({ schema: z.int() });

/**
 * Reads a stored document. An older one is migrated step by step; one whose dialogs no longer parse keeps who the customer
 * is, their language and who answers, and starts over kindly, so that no release strands anybody.
 */
export function parseState(stored: unknown): ParsedState {
  const found = versioned.safeParse(stored);
  if (!found.success) return { kind: 'new' };
  let document: Record<string, unknown> = found.data;
  if (found.data.schema > STATE_SCHEMA) return { kind: 'future', schema: found.data.schema };
  for (let schema = found.data.schema; schema < STATE_SCHEMA; schema++) {
    const migrate = MIGRATIONS[schema];
    if (!migrate) return { kind: 'new' };
    document = { ...migrate(document), schema: schema + 1 };
  }
  const whole = stateSchema.safeParse(document);
  if (whole.success) return { kind: 'state', state: whole.data };
  const fresh = { dialog: emptyDialog, unsettled: null, with: withSchema.safeParse(document.with).data ?? BOT };
  const withoutDialog = stateSchema.safeParse({ ...document, ...fresh });
  return withoutDialog.success ? { kind: 'state', state: withoutDialog.data } : { kind: 'new' };
}
