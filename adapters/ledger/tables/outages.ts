import type { AlertKind } from '../../../domain/desk/alerts.ts';
import type { CaseNumber, ConversationId, CustomerId, Instant } from '../../../domain/ids.ts';
import type { OutageState } from '../../../domain/outages.ts';

interface OutageTable {
  id: string;
  area: string;
  service: string | null;
  since: Instant;
  expected_repair: Instant | null;
  ended_at: Instant | null;
  changed_at: Instant;
  state: OutageState;
  news: number;
  /** Who confirmed or dismissed a suspicion. */
  decided_by: string | null;
}

/** One row an area, made when it is first needed. Its lock puts reports and outages of the area in order. */
interface OutageAreaTable {
  area: string;
}

interface FollowerTable {
  outage: string;
  customer: CustomerId;
  conversation: ConversationId;
  case_number: CaseNumber | null;
  /** Number of the news that have a timer or were told. */
  told: number;
}

interface AlertTable {
  id: string;
  kind: AlertKind;
  at: Instant;
  case_number: CaseNumber | null;
  outage: string | null;
  area: string | null;
  service: string | null;
  category: string | null;
  reports: number | null;
  acknowledged_by: string | null;
  acknowledged_at: Instant | null;
}

export interface OutageTables {
  outages: OutageTable;
  outage_areas: OutageAreaTable;
  outage_followers: FollowerTable;
  alerts: AlertTable;
}
