import type { Instant } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { Webhooks } from '../webhooks/store.ts';

export interface OperatorDeps {
  readonly ledger: Pick<Ledger, 'cases' | 'incidents' | 'bookings' | 'customers' | 'outages' | 'statistics'> & {
    readonly webhooks: Webhooks;
  };
  readonly manual: Manual;
  /** IANA zone in which days are meant. */
  readonly zone: string;
  /** OPERATOR_API_KEY */
  readonly apiKey: string;
  readonly now: () => Instant;
}
