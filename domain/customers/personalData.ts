import type { BookingState, Slot } from '../appointments/booking.ts';
import type { CaseAnswers, CaseKind, Stage } from '../cases/case.ts';
import { isOpen } from '../cases/stages.ts';
import type { BookingNumber, CaseNumber, CustomerId, IdempotencyKey, Instant } from '../ids.ts';
import type { Consent, Contact } from './customer.ts';
import type { KnownSource } from './identity.ts';

/** What a customer may have corrected at once. */
export const CONTACT_FIELDS = ['phone', 'name', 'address'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

export interface HeldCase {
  readonly number: CaseNumber;
  readonly kind: CaseKind;
  readonly stage: Stage;
  readonly openedAt: Instant;
  readonly answers: CaseAnswers;
  /** What the customer and staff wrote to it later. */
  readonly notes: readonly string[];
  /** When its words are destroyed; null while it is open. */
  readonly keptUntil: Instant | null;
}

export interface HeldBooking {
  readonly number: BookingNumber;
  readonly state: BookingState;
  readonly slot: Slot;
  readonly contact: Contact & { readonly address: string | null };
}

/** All that is held of a customer; what was destroyed is not among it. */
export interface Holdings {
  readonly contact: Contact;
  readonly addresses: readonly string[];
  readonly cases: readonly HeldCase[];
  readonly bookings: readonly HeldBooking[];
  readonly consents: readonly Consent[];
  readonly surveys: readonly { readonly at: Instant; readonly words: string }[];
  readonly sources: readonly KnownSource[];
}

/** What cannot go yet, and until when (manual section 10). */
export interface Staying {
  /** Contact and words stay until they are closed. */
  readonly open: readonly CaseNumber[];
  /** The record without name, phone and address. */
  readonly closed: readonly { readonly number: CaseNumber; readonly until: Instant }[];
  /** Visits to come. */
  readonly bookings: readonly { readonly number: BookingNumber; readonly until: Instant }[];
}

export function stayingOf({ cases, bookings }: Pick<Holdings, 'cases' | 'bookings'>, now: Instant): Staying {
  return {
    open: cases.filter(({ stage }) => isOpen(stage)).map(({ number }) => number),
    closed: cases.flatMap(({ number, keptUntil }) => (keptUntil === null ? [] : [{ number, until: keptUntil }])),
    bookings: bookings
      .filter(({ state, slot }) => state === 'booked' && slot.end > now)
      .map(({ number, slot }) => ({ number, until: slot.end })),
  };
}

/** Every phone number held of a customer: any of them proves who writes. */
export function phonesOf({ contact, cases, bookings }: Holdings): readonly string[] {
  const all = [
    contact.phone,
    ...cases.map(({ answers }) => answers.phone),
    ...bookings.map((each) => each.contact.phone),
  ];
  return [...new Set(all.filter((phone) => typeof phone === 'string'))];
}

export interface Corrected {
  readonly cases: readonly CaseNumber[];
  readonly bookings: readonly BookingNumber[];
}

/** Who carries a right out: `customer`, or the id of a member of staff with the case it was asked for in. */
export interface Doer {
  readonly by: string;
  readonly case: CaseNumber | null;
}

/**
 * The rights over personal data (manual section 10; CSG 7.4.3). Each write has one effect for a key, leaves a line in the
 * audit with it, and is durable when its promise resolves.
 */
export interface PersonalData {
  held(customer: CustomerId): Promise<Holdings>;
  /** Puts a new value in place of the old one, which is kept nowhere: contact, open cases, visits to come. */
  correct(
    customer: CustomerId,
    field: ContactField,
    value: string,
    doer: Doer,
    key: IdempotencyKey,
    at: Instant,
  ): Promise<Corrected>;
  /**
   * Destroys what may go. `contact`: name, phone and address everywhere but in open cases and visits to come, from which
   * they go when those are over; words of surveys, briefings and notes of ended hand-offs. `records`: also all that was
   * told in closed cases, before their retention has passed. Gives what stays.
   */
  forget(
    customer: CustomerId,
    what: 'contact' | 'records',
    doer: Doer,
    key: IdempotencyKey,
    at: Instant,
  ): Promise<Staying>;
  /** Notes that a copy of everything was handed over. */
  exported(customer: CustomerId, doer: Doer, key: IdempotencyKey, at: Instant): Promise<void>;
  /** Destroys what was to go when it is over, of cases now at rest and visits now past. */
  forgetOver(now: Instant): Promise<void>;
  /** Destroys what is past the manual's retention, of everybody; at most some hundred cases at a time. */
  expire(now: Instant): Promise<void>;
}
