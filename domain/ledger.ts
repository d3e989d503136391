import type { Bookings } from './appointments/booking.ts';
import type { Cases } from './cases/case.ts';
import type { Incidents } from './cases/incidents.ts';
import type { Customers } from './customers/customer.ts';
import type { PersonalData } from './customers/personalData.ts';
import type { Alerts } from './desk/alerts.ts';
import type { DeskEvents, Handoffs, Notes } from './desk/handoffs.ts';
import type { Instances } from './desk/instances.ts';
import type { Audit, DeskBook, Staff } from './desk/staff.ts';
import type { Surveys } from './desk/survey.ts';
import type { Utterances } from './learning.ts';
import type { Outages } from './outages.ts';
import type { Improvements } from './statistics/improvement.ts';
import type { Statistics } from './statistics/rows.ts';
import type { Timers } from './timers.ts';

/** Everything the operator answers for, in SQL. One implementation for SQLite and PostgreSQL, one contract suite. */
export interface Ledger {
  readonly cases: Cases;
  readonly incidents: Incidents;
  readonly bookings: Bookings;
  readonly customers: Customers;
  readonly personalData: PersonalData;
  readonly timers: Timers;
  readonly outages: Outages;
  readonly alerts: Alerts;
  readonly learning: Utterances;
  readonly handoffs: Handoffs;
  readonly deskEvents: DeskEvents;
  readonly notes: Notes;
  readonly instances: Instances;
  readonly staff: Staff;
  readonly audit: Audit;
  readonly deskBook: DeskBook;
  readonly surveys: Surveys;
  readonly statistics: Statistics;
  readonly improvements: Improvements;
  /** Resolves when the store answers; rejects otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
