import type { Booking } from '../../domain/appointments/booking.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { Log } from '../http/log.ts';

/** What a customer is to hear of. `id` is the same for a repeated request, so that hearing twice can be avoided. */
export type OperatorEvent =
  | { readonly kind: 'case.stage'; readonly id: string; readonly case: Case; readonly note: string | null }
  | { readonly kind: 'appointment.outcome'; readonly id: string; readonly booking: Booking };

export interface OperatorDeps {
  readonly ledger: Pick<Ledger, 'cases' | 'bookings' | 'customers' | 'outages'>;
  readonly manual: Manual;
  /** IANA zone in which days are meant. */
  readonly zone: string;
  /** OPERATOR_API_KEY */
  readonly apiKey: string;
  /** Durable when it resolves; a rejection is answered 503, and the caller sends again with the same Idempotency-Key. */
  readonly notify: (conversation: ConversationId, event: OperatorEvent) => Promise<void>;
  readonly log: Log;
  readonly now: () => Instant;
}
