import type { ConversationId, Instant } from '../../../domain/ids.ts';

/** Text that only the key ring can read. */
type Sealed = string;

export interface ChannelTables {
  channel_tokens: { name: string; value: Sealed; until: Instant };
  channel_locks: { name: string; holder: string; until: Instant };
  channel_cursors: { name: string; value: string };
  /** One row for each thing the customer did last that lets us write; `quota_left` null = any number. */
  channel_windows: { conversation: ConversationId; kind: string; quota_left: number | null; until: Instant };
  channel_menus: { conversation: ConversationId; choices: Sealed; at: Instant };
  /** What was sent, or perhaps sent. */
  channel_sends: { id: string; at: Instant; platform_id: string | null; state: string; state_at: Instant };
}
