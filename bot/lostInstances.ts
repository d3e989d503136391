import type { Instances } from '../domain/desk/instances.ts';
import type { InstanceId, Instant } from '../domain/ids.ts';

/** Between two looks, each with a sign of life of our own. */
export const LOOK_MS = 3000;
/**
 * Without a new sign for so long an instance is lost. Consoles come back elsewhere, and are seen there, well before: a
 * living one answers a ping every 15 s. Their customers are in the queue within 30 s of the kill: 3 s until we saw the last
 * sign, these 18 s, 3 s until we look, a second until the round.
 */
export const LOST_MS = 18_000;
/** Who did not look for so long (the store was away, the process stood still, the clock was set) has missed others' signs. */
const STEADY_MS = 3 * LOOK_MS;

interface Sign {
  readonly sign: Instant;
  /** By our clock: when we saw it first. */
  readonly at: Instant;
}

/** Which instances are lost, as this one saw it: by what changes before its own eyes, so that no clocks are compared. */
export class LostInstances {
  readonly #instances: Instances;
  readonly #now: () => Instant;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #signs: ReadonlyMap<InstanceId, Sign> = new Map();
  #ids: ReadonlySet<InstanceId> = new Set();

  constructor(instances: Instances, now: () => Instant) {
    this.#instances = instances;
    this.#now = now;
  }

  /** As of the last look. */
  get ids(): ReadonlySet<InstanceId> {
    return this.#ids;
  }

  async look(): Promise<void> {
    const at = this.#now();
    const newest = await this.#instances.renew(at);
    const steady = at >= this.#lookedAt && at - this.#lookedAt <= STEADY_MS;
    const before = steady ? this.#signs : new Map<InstanceId, Sign>();
    this.#signs = new Map([...newest].map(([id, sign]) => [id, latest(before.get(id), { sign, at })]));
    this.#ids = new Set([...this.#signs].flatMap(([id, seen]) => (at - seen.at >= LOST_MS ? id : [])));
    this.#lookedAt = at;
  }
}

const latest = (before: Sign | undefined, now: Sign): Sign => (before?.sign === now.sign ? before : now);
