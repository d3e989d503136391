import type { Role, StaffStatus } from '../../../domain/desk/staff.ts';
import type { InstanceId, Instant, StaffId } from '../../../domain/ids.ts';

interface StaffTable {
  id: StaffId;
  login: string;
  /** The login in lower case: logins that differ in nothing else are one. */
  login_key: string;
  name: string;
  role: Role;
  /** JSON: team ids. */
  skills: string;
  /** JSON. */
  languages: string;
  /** Conversations at a time. */
  most: number;
  status: StaffStatus;
  seen_at: Instant;
  seen_by: InstanceId | null;
  disabled: 0 | 1;
  must_change: 0 | 1;
  made_at: Instant;
  /** PHC string of argon2id. */
  password_hash: string | null;
  /** Sealed: see `personal.ts`. */
  totp_secret: string | null;
  /** Only ever grows, also when the secret changes. */
  totp_step: number;
  failures: number;
  failed_at: Instant;
}

interface SessionTable {
  /** SHA-256 of what the cookie holds. */
  id: string;
  staff: StaffId;
  csrf_token: string;
  made_at: Instant;
  seen_at: Instant;
}

/** One row for each start of a process, until an hour after its last sign of life. */
interface InstanceTable {
  id: InstanceId;
  seen_at: Instant;
}

interface AuditTable {
  seq: number;
  at: Instant;
  by: string;
  what: string;
  subject: string | null;
  detail: string | null;
  hash: string;
}

/** One row: where the chain ends. Taking its lock is taking a turn. */
interface AuditHeadTable {
  id: 1;
  seq: number;
  hash: string;
  /** Keyed hash of `seq` and `hash`: the end cannot be moved back without the key. */
  seal: string;
}

/** One row. */
interface DeskSettingsTable {
  id: 1;
  /** JSON. */
  settings: string;
  changed_at: Instant;
}

interface CannedReplyTable {
  id: string;
  shortcut: string;
  /** JSON: text by language. */
  text: string;
}

export interface StaffTables {
  staff: StaffTable;
  staff_sessions: SessionTable;
  instances: InstanceTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  desk_settings: DeskSettingsTable;
  canned_replies: CannedReplyTable;
}
