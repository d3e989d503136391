import { z } from 'zod';
import type { Booking } from '../../domain/appointments/booking.ts';
import type { CaseAnswers } from '../../domain/cases/case.ts';
import type { Briefing } from '../../domain/desk/handoff.ts';
import type { DeskEvent } from '../../domain/desk/handoffs.ts';
import type { Sealer } from '../crypto/sealer.ts';

/**
 * Personal fields of the ledger, each bound to its table, record and field, so that a sealed text copied elsewhere does not
 * open there. What was sealed is checked again when it is opened.
 */
const place = (table: string, record: string, field: string): string => JSON.stringify([table, record, field]);

const answers: z.ZodType<CaseAnswers> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
const contact: z.ZodType<Booking['contact']> = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
});
const briefing: z.ZodType<Briefing> = z.object({
  words: z.string(),
  intent: z.string().nullable(),
  confidence: z.number().nullable(),
  mood: z.enum(['calm', 'upset']),
  form: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
});
export const eventData: z.ZodType<DeskEvent['data']> = z.record(z.string(), z.unknown());

/** A personal field of text. */
function textField(table: string, field: string) {
  return {
    seal: (sealer: Sealer, record: string, plain: string | null): string | null =>
      plain === null ? null : sealer.seal(plain, place(table, record, field)),
    open: (sealer: Sealer, record: string, sealed: string | null): string | null =>
      sealed === null ? null : sealer.open(sealed, place(table, record, field)),
  };
}

function requiredTextField(table: string, field: string) {
  return {
    seal: (sealer: Sealer, record: string, plain: string): string => sealer.seal(plain, place(table, record, field)),
    open: (sealer: Sealer, record: string, sealed: string): string => sealer.open(sealed, place(table, record, field)),
  };
}

function jsonField<T>(table: string, field: string, shape: z.ZodType<T>) {
  return {
    seal: (sealer: Sealer, record: string, plain: T): string =>
      sealer.seal(JSON.stringify(plain), place(table, record, field)),
    open: (sealer: Sealer, record: string, sealed: string): T =>
      shape.parse(JSON.parse(sealer.open(sealed, place(table, record, field)))),
  };
}

export const customerName = textField('customers', 'name');
export const customerPhone = textField('customers', 'phone');
/** Record: channel, account and id, as a JSON list. */
export const sourceReference = textField('sources', 'reference');
/** Record: `<case number>/<seq>`. */
export const historyNote = textField('history', 'note');
export const caseAnswers = jsonField('cases', 'answers', answers);
/** Record: the key it was kept with. */
export const utteranceText = requiredTextField('utterances', 'text');
export const bookingContact = jsonField('bookings', 'contact', contact);
export const handoffBriefing = jsonField('handoffs', 'briefing', briefing);
/** Record: the event's key. */
export const deskEventWords = jsonField('desk_events', 'sealed', eventData);
/** Record: conversation, author and id, as a JSON list. */
export const noteText = requiredTextField('notes', 'text');
/** Record: improvement and id, as a JSON list. */
export const improvementText = requiredTextField('improvement_entries', 'text');
/** Record: the key it was recorded with. */
export const surveyWords = textField('surveys', 'words');
/** What signs deliveries. */
export const webhookSecret = requiredTextField('webhooks', 'secret');
/** Of two-step sign-in. */
export const staffTotpSecret = textField('staff', 'totp_secret');
