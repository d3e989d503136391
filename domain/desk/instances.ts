import type { InstanceId, Instant } from '../ids.ts';

/** The instances that work on one ledger, by their signs of life. */
export interface Instances {
  /**
   * A sign of life of this instance. The newest sign of every one, each by its own clock: whether it is another than before
   * tells more than how old it is. Those that gave none for an hour are forgotten. Also what availability is measured by: that the service was there in
   * this minute, kept for 400 days.
   */
  renew(at: Instant): Promise<ReadonlyMap<InstanceId, Instant>>;
}
