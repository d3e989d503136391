import type { ConversationId, CustomerId, IdempotencyKey, Instant, StaffId } from '../ids.ts';

/** OSM 2.3.2: each 1 to 5; QM 2.1: 0 to 10. Null = not answered. */
export interface SurveyAnswers {
  readonly solved: boolean | null;
  readonly quality: number | null;
  readonly efficiency: number | null;
  readonly attitude: number | null;
  readonly response: number | null;
  readonly recommend: number | null;
  /** Encrypted at rest. */
  readonly words: string | null;
}
export interface Survey {
  /** Hand-off id or case number. */
  readonly subject: string;
  readonly customer: CustomerId;
  readonly conversation: ConversationId;
  readonly agent: StaffId | null;
  readonly answers: SurveyAnswers;
  readonly at: Instant;
}
export interface Surveys {
  record(survey: Survey, key: IdempotencyKey): Promise<void>;
  between(from: Instant, to: Instant): Promise<readonly Survey[]>;
}
