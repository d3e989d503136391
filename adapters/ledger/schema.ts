import type { BookingKind, BookingState } from '../../domain/appointments/booking.ts';
import type { CaseKind, HistoryEntry, Stage } from '../../domain/cases/case.ts';
import type { Purpose } from '../../domain/customers/customer.ts';
import type { BookingNumber, CaseNumber, ConversationId, CustomerId, Instant, Language } from '../../domain/ids.ts';
import type { FaultLevel, Intent, Severity } from '../../domain/labels.ts';
import type { LessonKind } from '../../domain/learning.ts';
import type { TimerKind } from '../../domain/timers.ts';
import type { ChannelTables } from './tables/channels.ts';
import type { DeskTables } from './tables/desk.ts';
import type { IdentityTables } from './tables/identity.ts';
import type { MeasurementTables } from './tables/measurement.ts';
import type { OutageTables } from './tables/outages.ts';
import type { StaffTables } from './tables/staff.ts';
import type { SurveyTables } from './tables/surveys.ts';
import type { WebhookTables } from './tables/webhooks.ts';

/** Text that only the key ring can read: see `personal.ts`. */
type Sealed = string;
/** JSON text. */
type Json = string;
/** 0 or 1: SQLite has no booleans. */
type Flag = 0 | 1;

interface CaseTable {
  number: CaseNumber;
  kind: CaseKind;
  category: string | null;
  also_categories: Json;
  severity: Severity | null;
  level: FaultLevel | null;
  customer: CustomerId;
  conversation: ConversationId;
  channel: string;
  language: Language;
  area: string | null;
  /** Of a fault; null when unknown, or filed by a release that did not write it here. */
  service: string | null;
  owner: string;
  answers: Sealed;
  links: Json;
  stage: Stage;
  opened_at: Instant;
  /** `seq` of the newest history entry; also the version of the case. */
  seq: number;
  /**
   * How much is left: null = all; `until-rest` = all, but name, phone and address go when it is at rest; `record` = they
   * are gone; `nothing` = what was told is gone too.
   */
  kept: 'until-rest' | 'record' | 'nothing' | null;
}

interface ClockTable {
  case_number: CaseNumber;
  name: string;
  /** Place in the list the case was registered with. */
  position: number;
  /** Without the pauses: a reader adds `paused_ms`. */
  target_at: Instant;
  limit_at: Instant;
  paused_ms: number;
  paused_since: Instant | null;
  met_at: Instant | null;
  /** The history entry that met it: tells a repeated write what the first one saw. */
  met_seq: number | null;
  /** The lives before a reopening, see `clockLives.ts`: a repeated write is told of the clock it saw. */
  former: Json | null;
}

interface HistoryTable {
  case_number: CaseNumber;
  seq: number;
  at: Instant;
  by: string;
  what: HistoryEntry['what'];
  detail: string | null;
  note: Sealed | null;
  /** Stage of the case after this entry. */
  stage: Stage;
}

interface BookingTable {
  number: BookingNumber;
  kind: BookingKind;
  service: string;
  place: string;
  slot_id: string;
  slot_start: Instant;
  slot_end: Instant;
  customer: CustomerId;
  conversation: ConversationId;
  channel: string;
  language: Language;
  contact: Sealed | null;
  case_number: string | null;
  state: BookingState;
  booked_at: Instant;
  /** Who of the operator told the outcome; null when nobody said or it is open. */
  settled_by: string | null;
  /** 1: its contact goes when it is over. */
  forget: Flag | null;
}

/** One row for each taken seat, `seat` from 1 to the capacity; the primary key is what forbids over-booking. */
interface SeatTable {
  kind: BookingKind;
  place: string;
  slot_start: Instant;
  seat: number;
  slot_id: string;
  booking: BookingNumber;
}

interface CustomerTable {
  id: CustomerId;
  name: Sealed | null;
  phone: Sealed | null;
  /** Blind index of the phone number. */
  phone_index: string | null;
  made_at: Instant;
  /** Who has everything of this customer now. */
  merged_into: CustomerId | null;
}

interface ConsentTable {
  customer: CustomerId;
  /** 1, 2, 3 … for a customer, purpose and channel: nothing is overwritten. */
  seq: number;
  purpose: Purpose;
  channel: string;
  given: Flag;
  at: Instant;
}

interface TimerTable {
  id: string;
  due: Instant;
  kind: TimerKind;
  subject: string;
  detail: string | null;
  conversation: ConversationId;
  lease_until: Instant;
  /** Where its news go, decided at the first firing. */
  told_in: ConversationId | null;
}

interface UtteranceTable {
  /** The idempotency key of the write. */
  id: string;
  /** Keyed hash of the normalised text: equal wordings have equal ones. */
  wording: string;
  customer: CustomerId;
  language: Language;
  kind: LessonKind;
  intent: Intent | null;
  ranked: Json;
  text: Sealed;
  at: Instant;
}

/** Wordings that somebody decided on: not kept again. */
interface SettledTable {
  wording: string;
  at: Instant;
}

/** Which write a key was used for, and what it led to. */
interface IdempotencyTable {
  operation: string;
  key: string;
  /** References and states only, never personal data. Null only inside the transaction that makes it. */
  result: Json | null;
  at: Instant;
}

interface SchemaVersionTable {
  version: number;
  at: Instant;
}

export interface Tables
  extends DeskTables,
    StaffTables,
    SurveyTables,
    ChannelTables,
    WebhookTables,
    IdentityTables,
    OutageTables,
    MeasurementTables {
  cases: CaseTable;
  clocks: ClockTable;
  history: HistoryTable;
  bookings: BookingTable;
  seats: SeatTable;
  customers: CustomerTable;
  consents: ConsentTable;
  timers: TimerTable;
  utterances: UtteranceTable;
  settled_wordings: SettledTable;
  idempotency: IdempotencyTable;
  schema_version: SchemaVersionTable;
}
