import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { OutsideEvent } from '../../../domain/webhooks.ts';
import type { TranscriptWording } from '../../webhooks/store.ts';

interface WebhookTable {
  id: string;
  url: string;
  /** JSON list of patterns. */
  events: string;
  /** Sealed. */
  secret: string;
  transcript: TranscriptWording;
  made_at: Instant;
  failed_at: Instant | null;
  failure: string | null;
}

/** One row for each webhook that is to hear of an event. No foreign key: removing a webhook must not fail a change. */
interface OutboxTable {
  id: string;
  webhook: string;
  subject: string;
  /** Grows with every event of the subject, also when older rows are gone. */
  sequence: number;
  event_id: string;
  event: OutsideEvent;
  at: Instant;
  /** JSON, without personal data. Emptied when it is done. */
  data: string;
  conversation: ConversationId | null;
  state: 'waiting' | 'done' | 'dead';
  due: Instant;
  tries: number;
  lease_until: Instant;
  holder: string | null;
}

export interface WebhookTables {
  webhooks: WebhookTable;
  webhook_outbox: OutboxTable;
}
