import type { BookingNumber, ConversationId, CustomerId, IdempotencyKey, Instant, Language } from '../ids.ts';

/** OSM 2.1.2 */
export const BOOKING_KINDS = ['install', 'repair', 'branch', 'callback'] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];

/** A stretch of time that can be booked at a place, with how many more may take it. */
export interface Slot {
  /** `2026-11-23T09:00` in the operator's zone: unique for a kind and a place. */
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
}
export interface FreeSlot extends Slot {
  readonly left: number;
}

export interface NewBooking {
  readonly kind: BookingKind;
  /** Service id of the manual. */
  readonly service: string;
  /** Area id of the manual (install, repair), branch id (branch), or `phone` (callback): capacity is counted per place. */
  readonly place: string;
  readonly slot: Slot;
  /** How many bookings the slot takes in all, from the manual's plan. */
  readonly capacity: number;
  readonly customer: CustomerId;
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly language: Language;
  /** Personal: encrypted at rest. */
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly address: string | null };
  /** Case the visit belongs to, if any. */
  readonly case: string | null;
  /** When the customer is reminded; null when it is too near. */
  readonly remindAt: Instant | null;
}

export const BOOKING_STATES = ['booked', 'cancelled', 'done', 'missed'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export interface Booking extends Omit<NewBooking, 'capacity' | 'remindAt'> {
  readonly number: BookingNumber;
  readonly state: BookingState;
  readonly bookedAt: Instant;
  /** Who of the operator told the outcome; null when nobody said or it is open. */
  readonly settledBy: string | null;
}

export type Booked = { readonly kind: 'booked'; readonly booking: Booking } | { readonly kind: 'slotTaken' };
export type BookingChanged =
  | Booked
  | { readonly kind: 'unknown' }
  | { readonly kind: 'notOpen'; readonly state: BookingState };

export type BookingSettled = BookingChanged | { readonly kind: 'tooEarly'; readonly start: Instant };

/**
 * The appointments of the ledger. A slot is never over-booked, also when two processes take its last place in the same
 * moment: a seat of a slot is a unique row. Writes are durable and idempotent as those of `Cases`.
 */
export interface Bookings {
  /** How many places of each slot are taken, by slot id, for starts in [from, to). */
  taken(kind: BookingKind, place: string, from: Instant, to: Instant): Promise<ReadonlyMap<string, number>>;
  book(draft: NewBooking, key: IdempotencyKey, at: Instant): Promise<Booked>;
  /** Takes the new seat and frees the old one in one step; replaces the reminder. */
  move(
    number: BookingNumber,
    to: { slot: Slot; capacity: number; remindAt: Instant | null },
    key: IdempotencyKey,
    at: Instant,
  ): Promise<BookingChanged>;
  cancel(number: BookingNumber, key: IdempotencyKey, at: Instant): Promise<BookingChanged>;
  /** Outcome of a visit, told by the operator's systems: none before its slot begins. */
  settle(
    number: BookingNumber,
    outcome: { readonly state: 'done' | 'missed'; readonly by: string | null },
    key: IdempotencyKey,
    at: Instant,
  ): Promise<BookingSettled>;
  find(number: BookingNumber): Promise<Booking | null>;
  /** Booked ones whose slot has not ended, soonest first. */
  upcoming(customer: CustomerId, now: Instant): Promise<readonly Booking[]>;
  /** All with a slot start in [from, to), soonest first. */
  between(from: Instant, to: Instant, limit: number): Promise<readonly Booking[]>;
}
