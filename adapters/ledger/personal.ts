import { z } from 'zod';
import type { Booking } from '../../domain/appointments/booking.ts';
import type { CaseAnswers } from '../../domain/cases/case.ts';
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
/** Record: `<case number>/<seq>`. */
export const historyNote = textField('history', 'note');
export const caseAnswers = jsonField('cases', 'answers', answers);
/** Record: the key it was kept with. */
export const utteranceText = requiredTextField('utterances', 'text');
export const bookingContact = jsonField('bookings', 'contact', contact);
