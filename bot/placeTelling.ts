import type { Handoff } from '../domain/desk/handoff.ts';
import type { Place } from '../domain/desk/queue.ts';
import type { HandoffId, Instant } from '../domain/ids.ts';
import { placeNews } from './handoffNews.ts';
import type { Intake } from './intake.ts';

/** Between two such messages of a conversation. */
const QUIET_MS: Instant = 10_000;

interface Told {
  readonly position: number;
  readonly at: Instant;
}

/**
 * Tells waiting customers their place: at first when nobody is free for them, then when it has changed. Other instances
 * tell the same under the same id, so that the customer hears it once.
 */
export class PlaceTelling {
  readonly #intake: Intake;
  readonly #told = new Map<HandoffId, Told>();

  constructor(intake: Intake) {
    this.#intake = intake;
  }

  async tell(
    handoffs: readonly Handoff[],
    places: ReadonlyMap<HandoffId, Place>,
    at: Instant,
    failed: (error: unknown) => void,
  ): Promise<void> {
    for (const handoff of handoffs) {
      const { id, conversation } = handoff;
      const place = places.get(id);
      // with an agent: whoever comes back to the queue is told so, and begins anew
      if (place === undefined) {
        this.#told.delete(id);
        continue;
      }
      const told = this.#told.get(id);
      const { position } = place;
      // whoever is being offered has an agent in a moment
      if (told === undefined ? handoff.owner.kind !== 'queue' : told.position === position || at - told.at < QUIET_MS)
        continue;
      try {
        const taken = await this.#intake(conversation, placeNews(handoff, place, at), null);
        if (taken.kind !== 'full') this.#told.set(id, { position, at });
      } catch (error) {
        failed(error);
      }
    }
  }

  keepOnly(open: ReadonlySet<HandoffId>): void {
    for (const id of this.#told.keys()) if (!open.has(id)) this.#told.delete(id);
  }
}
