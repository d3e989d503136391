import type { InstanceId, Instant, Language, StaffId } from '../ids.ts';

/** Mildest first: each may do what those before it may. */
export const ROLES = ['agent', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const STATUSES = ['available', 'busy', 'away'] as const;
/** `available` takes new customers; `busy` keeps those it has; `away` also counts as gone for the silent clock. */
export type StaffStatus = (typeof STATUSES)[number];

export interface StaffMember {
  readonly id: StaffId;
  readonly login: string;
  /** Shown to customers. */
  readonly name: string;
  readonly role: Role;
  /** Team ids of the manual. */
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  /** Conversations at a time. */
  readonly limit: number;
  readonly status: StaffStatus;
  /** Last sign of life of a console; 0 when never. Present when at most `PRESENT_MS` ago. */
  readonly seenAt: Instant;
  /** The instance that saw it; null before there was one. */
  readonly seenBy: InstanceId | null;
  readonly disabled: boolean;
  /** The password was given by somebody else: nothing else may be done before it is changed. */
  readonly mustChange: boolean;
  readonly totp: boolean;
  readonly madeAt: Instant;
}
export const PRESENT_MS = 45_000;

export interface NewStaff {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  readonly limit: number;
}

/** What sign-in needs; the hash is a PHC string. */
export interface Credentials {
  readonly staff: StaffMember;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  /** The newest TOTP step that was used: a code works once. */
  readonly totpStep: number;
  /** Refused sign-ins since the last good one, and when the newest was. */
  readonly failures: number;
  readonly failedAt: Instant;
}

export interface Session {
  /** SHA-256 of the cookie's value, base64url. */
  readonly id: string;
  readonly staff: StaffId;
  readonly csrfToken: string;
  readonly madeAt: Instant;
  readonly seenAt: Instant;
}

/** Accounts and sessions of staff. */
export interface Staff {
  /** The instance that `seen` writes down. */
  readonly here: InstanceId;
  /** `taken` when the login exists (case does not matter). */
  add(draft: NewStaff, passwordHash: string | null, mustChange: boolean, at: Instant): Promise<StaffMember | 'taken'>;
  list(): Promise<readonly StaffMember[]>;
  find(id: StaffId): Promise<StaffMember | null>;
  credentials(by: { login: string } | { id: StaffId }): Promise<Credentials | null>;
  update(id: StaffId, change: Partial<Omit<NewStaff, 'login'> & { disabled: boolean }>): Promise<StaffMember | null>;
  /** Ends all sessions of the account. */
  setPassword(id: StaffId, passwordHash: string, mustChange: boolean): Promise<void>;
  /** Null turns it off. */
  setTotp(id: StaffId, secret: string | null): Promise<void>;
  /** False when this step or a later one was used before. */
  takeTotpStep(id: StaffId, step: number): Promise<boolean>;
  /** One more; of many at once none is lost. */
  failed(id: StaffId, at: Instant): Promise<void>;
  succeeded(id: StaffId): Promise<void>;
  /** With a `staff` event when it changes. */
  setStatus(id: StaffId, status: StaffStatus, at: Instant): Promise<void>;
  /** By this instance. With a `staff` event when somebody who was not present comes. */
  seen(id: StaffId, at: Instant): Promise<void>;

  openSession(session: Session): Promise<void>;
  session(id: string): Promise<{ session: Session; staff: StaffMember } | null>;
  touchSession(id: string, at: Instant): Promise<void>;
  endSession(id: string): Promise<void>;
  /** Sessions seen last before `idle` or made before `made`. */
  expireSessions(idle: Instant, made: Instant): Promise<number>;
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: Instant;
  /** Staff id, or `nobody` for a refused sign-in. */
  readonly by: string;
  /** e.g. `sign-in`, `sign-in-refused`, `reveal`, `accept`, `refused`, `user-added`. */
  readonly what: string;
  /** Conversation, case number, staff id; never customer text. */
  readonly subject: string | null;
  readonly detail: string | null;
  /** SHA-256 over the previous hash and this entry, keyed: a changed or missing row is found. */
  readonly hash: string;
}

/** Append-only: who of the staff did or tried what. */
export interface Audit {
  add(entry: Pick<AuditEntry, 'by' | 'what' | 'subject' | 'detail'>, at: Instant): Promise<void>;
  /** Newest first, before `before` (a seq) when it is given. */
  list(limit: number, before?: number): Promise<readonly AuditEntry[]>;
  /** The first entry whose hash does not follow; null when the chain is whole. */
  verify(): Promise<number | null>;
}

/** What supervisors may change without a developer; absent = the manual's. */
export interface DeskSettings {
  /** People are at the desk; null = as the manual's hours say. */
  readonly open: boolean | null;
  /** Told to customers who ask for a person, beside the usual words; at most 300 characters each. */
  readonly notice: Readonly<Record<Language, string>> | null;
  /** Replaces the manual's desk hours. */
  readonly hours: {
    readonly workingDays: readonly (readonly [string, string])[];
    readonly otherDays: readonly (readonly [string, string])[];
  } | null;
}

/** A reply agents insert with `/`. Variables: `{name}`, `{agent}`, `{case}`, `{hotline}`. */
export interface CannedReply {
  readonly id: string;
  /** What follows the slash: letters, digits, `-`. */
  readonly shortcut: string;
  readonly text: Readonly<Record<Language, string>>;
}

export interface DeskBook {
  settings(): Promise<DeskSettings>;
  /** With a `settings` event. */
  saveSettings(settings: DeskSettings, by: StaffId, at: Instant): Promise<void>;
  canned(): Promise<readonly CannedReply[]>;
  saveCanned(reply: CannedReply): Promise<void>;
  removeCanned(id: string): Promise<boolean>;
}
