/** Branded identifiers: a case number cannot be passed where a booking number is wanted. Parse at the border, cast nowhere else. */
export type Brand<T, B extends string> = T & { readonly __brand: B };

export type ConversationId = Brand<string, 'ConversationId'>;
export type CustomerId = Brand<string, 'CustomerId'>;
/** The channel's own id of an inbound message, unique in its conversation; the key that makes a repeat harmless. */
export type MessageId = Brand<string, 'MessageId'>;
export type CaseNumber = Brand<string, 'CaseNumber'>;
export type BookingNumber = Brand<string, 'BookingNumber'>;
export type HandoffId = Brand<string, 'HandoffId'>;
/** A member of staff: agent, supervisor or admin. */
export type StaffId = Brand<string, 'StaffId'>;
/** One start of one process of the product. */
export type InstanceId = Brand<string, 'InstanceId'>;
/** Derived from (conversation, message, step); a write carrying a key already used returns the first write's result. */
export type IdempotencyKey = Brand<string, 'IdempotencyKey'>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** A name in every language of the product. */
export type Names = Readonly<Record<Language, string>>;
