import type { IdempotencyKey, Instant } from './ids.ts';

/** A known disturbance of a service in an area (CSG 3.3.1). */
export interface Outage {
  readonly id: string;
  /** Area id of the manual. */
  readonly area: string;
  /** Service id of the manual, or null for all services. */
  readonly service: string | null;
  readonly since: Instant;
  readonly expectedRepair: Instant | null;
  readonly endedAt: Instant | null;
}

export interface Outages {
  open(outage: Omit<Outage, 'id' | 'endedAt'>, key: IdempotencyKey, at: Instant): Promise<Outage>;
  /** null when the id is unknown. */
  update(
    id: string,
    change: { expectedRepair?: Instant | null; endedAt?: Instant },
    at: Instant,
  ): Promise<Outage | null>;
  /** The outage that now concerns a service in an area, or null. */
  active(area: string, service: string | null): Promise<Outage | null>;
}
