import type { CustomerId, IdempotencyKey, Instant } from '../ids.ts';
import type { Identity, Source } from './identity.ts';

export type { Source } from './identity.ts';

export interface Contact {
  readonly name: string | null;
  /** E.164 without blanks, e.g. `+8613800138000`. */
  readonly phone: string | null;
}

/** CSG 7.4.3: what a consent is for. `improvement`: masked wording may be kept to understand customers better. */
export const PURPOSES = ['service', 'improvement'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Consent {
  readonly purpose: Purpose;
  readonly channel: string;
  readonly given: boolean;
  readonly at: Instant;
}

/** Customers, their contacts (encrypted, found again by a blind index of the phone number), consents and sources. */
export interface Customers extends Identity {
  /** The customer behind a source, made on first sight. */
  ofSource(source: Source, at: Instant): Promise<CustomerId>;
  contact(customer: CustomerId): Promise<Contact>;
  /** Fields given as null are left as they were. */
  saveContact(customer: CustomerId, contact: Contact, key: IdempotencyKey, at: Instant): Promise<void>;
  findByPhone(phone: string): Promise<readonly CustomerId[]>;
  /** Newest consent of each purpose and channel. */
  consents(customer: CustomerId): Promise<readonly Consent[]>;
  /** Taking back the consent to `improvement` also removes the utterances kept of the customer. */
  recordConsent(customer: CustomerId, consent: Omit<Consent, 'at'>, key: IdempotencyKey, at: Instant): Promise<void>;
}
