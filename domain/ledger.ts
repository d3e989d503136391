import type { Bookings } from './appointments/booking.ts';
import type { Cases } from './cases/case.ts';
import type { Customers } from './customers/customer.ts';
import type { Utterances } from './learning.ts';
import type { Outages } from './outages.ts';
import type { Timers } from './timers.ts';

/** Everything the operator answers for, in SQL. One implementation for SQLite and PostgreSQL, one contract suite. */
export interface Ledger {
  readonly cases: Cases;
  readonly bookings: Bookings;
  readonly customers: Customers;
  readonly timers: Timers;
  readonly outages: Outages;
  readonly learning: Utterances;
  /** Resolves when the store answers; rejects otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
