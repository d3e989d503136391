import type { Booking } from '../../domain/appointments/booking.ts';
import type { Case } from '../../domain/cases/case.ts';
import { asBookingNumber, asCaseNumber } from '../../domain/cases/number.ts';
import { slotLabel } from '../../locales/format.ts';
import { FIELDS } from '../../locales/labels.ts';
import { type Choice, say } from '../../locales/messages.ts';
import { first } from '../entities.ts';
import { problem, type Question, read } from '../form.ts';
import type { Scene } from '../scene.ts';

/** Wrong proofs a conversation may give before ownership questions are closed to it. */
export const PROOF_LIMIT = 3;

/** What a form about an existing case knows: the customer's own ones, and the one a number names. */
export interface CaseFacts {
  readonly own: readonly Case[];
  /** The case of the number given: null when there is none. */
  readonly found: Case | null;
}

export async function caseFacts(number: string | undefined, scene: Scene): Promise<CaseFacts> {
  const own = await scene.ledger.cases.ofCustomer(scene.customer, 'open');
  const parsed = number === undefined ? null : asCaseNumber(number);
  return { own, found: parsed === null ? null : await scene.ledger.cases.find(parsed) };
}

interface WithCase {
  case?: string | undefined;
}

/** Which case: named by number, the only one, or chosen. A number with a slip is said so, an unknown one too. */
export function caseQuestion<A extends WithCase, F extends CaseFacts>(): Question<A, string, F> {
  return {
    label: FIELDS.case,
    ask: (_answers, facts) => (facts.own.length > 0 ? say('whichCase') : say('askCaseNumber')),
    choices: (_answers, facts, scene) => facts.own.slice(0, 5).map((c) => caseChoice(c, scene)),
    read: (heard, manner, _answers, facts) => {
      const number = first(heard, 'caseNumber');
      if (number && asCaseNumber(number.value))
        return number.valid ? read(number.value) : problem(say('caseNumberMistyped'));
      const only = facts.own[0];
      if (only && facts.own.length === 1 && manner !== 'asked') return read(only.number);
      return number && !number.valid ? problem(say('caseNumberMistyped')) : undefined;
    },
    show: (value) => value,
  };
}

function caseChoice(c: Case, scene: Scene): Choice {
  const kind = scene.manual.caseKinds[c.kind].names;
  const label = (language: 'zh-Hans' | 'zh-Hant' | 'en') => `${c.number} ${kind[language]}`;
  return { value: c.number, label: { 'zh-Hans': label('zh-Hans'), 'zh-Hant': label('zh-Hant'), en: label('en') } };
}

/** The last four digits of the phone on a record that is not this customer's: the same answer for "not there" and "not yours". */
export function proofQuestion<A, F>(needed: (answers: Partial<A>, facts: F) => boolean): Question<A, string, F> {
  return {
    label: FIELDS.proof,
    fixed: true,
    when: needed,
    ask: () => say('askProof'),
    read: (heard, manner) => {
      const digits = heard.text.replace(/[^\p{Nd}]/gu, '').normalize('NFKC');
      return manner === 'asked' && digits.length >= 4 && digits.length <= 15 ? read(digits.slice(-4)) : undefined;
    },
    show: () => null,
  };
}

export function ownCase(number: string | undefined, facts: CaseFacts): boolean {
  return number !== undefined && facts.own.some((c) => c.number === number);
}

/** Whether the proof opens the case: its contact's phone ends so. */
export function provesCase(found: Case | null, proof: string | undefined): boolean {
  const phone = found?.answers.phone;
  return typeof phone === 'string' && proof !== undefined && phone.endsWith(proof);
}

export interface BookingFacts {
  readonly own: readonly Booking[];
}

export async function bookingFacts(scene: Scene): Promise<BookingFacts> {
  return { own: await scene.ledger.bookings.upcoming(scene.customer, scene.now) };
}

/** Which of the customer's own coming appointments; the only one is taken without asking. */
export function bookingQuestion<A, F extends BookingFacts>(): Question<A, string, F> {
  return {
    label: FIELDS.booking,
    fixed: true,
    ask: () => say('whichBooking'),
    choices: (_answers, facts, scene) =>
      facts.own.slice(0, 5).map((b) => ({ value: b.number, label: slotLabel(b.slot, scene.zone) })),
    read: (heard, _manner, _answers, facts) => {
      const number = first(heard, 'caseNumber');
      const named = number ? asBookingNumber(number.value) : null;
      if (named && facts.own.some((b) => b.number === named)) return read(named);
      const only = facts.own[0];
      return only && facts.own.length === 1 ? read(only.number) : undefined;
    },
    show: (value) => value,
  };
}
