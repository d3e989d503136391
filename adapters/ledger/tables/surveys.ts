import type { ConversationId, CustomerId, Instant, StaffId } from '../../../domain/ids.ts';

interface SurveyTable {
  /** The idempotency key of the write. */
  key: string;
  subject: string;
  customer: CustomerId;
  conversation: ConversationId;
  agent: StaffId | null;
  /** 0 or 1. */
  solved: number | null;
  quality: number | null;
  efficiency: number | null;
  attitude: number | null;
  response: number | null;
  recommend: number | null;
  /** Sealed. */
  words: string | null;
  at: Instant;
}

export interface SurveyTables {
  surveys: SurveyTable;
}
