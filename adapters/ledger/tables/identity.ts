import type { Generated } from 'kysely';
import type { Assurance } from '../../../domain/customers/identity.ts';
import type { ConversationId, CustomerId, IdempotencyKey, Instant } from '../../../domain/ids.ts';

interface SourceTable {
  channel: string;
  account: string;
  source_id: string;
  customer: CustomerId;
  assurance: Generated<Assurance>;
  verified_at: Instant | null;
  last_at: Generated<Instant>;
  conversation: ConversationId | null;
  /** Sealed. */
  reference: string | null;
  /** Wrong codes, the last of them at `wrong_at`; an hour later they count no more. */
  wrong_codes: Generated<number>;
  wrong_at: Generated<Instant>;
  moved_by: IdempotencyKey | null;
}

/** One-time codes. `hash` is keyed: eight digits would be found by trying. */
interface LinkCodeTable {
  hash: string;
  customer: CustomerId;
  channel: string;
  account: string;
  source_id: string;
  until: Instant;
  used_at: Instant | null;
}

export interface IdentityTables {
  sources: SourceTable;
  link_codes: LinkCodeTable;
}
