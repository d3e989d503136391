import type { CaseNumber, Instant } from '../ids.ts';

/** What calls the people on duty at once (manual sections 3, 8 and 12). */
export const ALERT_KINDS = ['major-fault', 'security', 'grave-incident', 'outage-suspected'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface Alert {
  /** One for each case, suspicion or grave grade of an incident: `case:<number>`, `outage:<id>`, `incident:<number>:<grade>`. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly at: Instant;
  /** The case it is about, or the suspected outage. */
  readonly case: CaseNumber | null;
  readonly outage: string | null;
  /** Area, service and fault category of the manual, as far as known. */
  readonly area: string | null;
  readonly service: string | null;
  readonly category: string | null;
  /** Reports that made the suspicion; null for a case. */
  readonly reports: number | null;
  readonly acknowledged: { readonly by: string; readonly at: Instant } | null;
}

export type Acknowledged =
  | { readonly kind: 'acknowledged'; readonly alert: Alert }
  /** Somebody was quicker. */
  | { readonly kind: 'before'; readonly alert: Alert }
  | { readonly kind: 'unknown' };

/** Each is written, with its `alert` event for the desk, in the transaction of what it tells of. */
export interface Alerts {
  /** Not acknowledged by anybody yet, or a suspicion on which nobody has decided; newest first. */
  open(limit: number): Promise<readonly Alert[]>;
  acknowledge(id: string, by: string, at: Instant): Promise<Acknowledged>;
}
