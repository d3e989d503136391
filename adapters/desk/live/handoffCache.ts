import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { DeskEvent, Handoffs } from '../../../domain/desk/handoffs.ts';
import type { HandoffId } from '../../../domain/ids.ts';

const KEPT = 1000;

/** Hand-offs as they were after the newest `handoff` event that this process has read: one question for all consoles. */
export class HandoffCache {
  readonly #handoffs: Pick<Handoffs, 'find'>;
  readonly #found = new Map<HandoffId, Promise<Handoff | null>>();

  constructor(handoffs: Pick<Handoffs, 'find'>) {
    this.#handoffs = handoffs;
  }

  find(id: HandoffId): Promise<Handoff | null> {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    if (this.#found.size >= KEPT) this.#found.clear();
    const found = this.#handoffs.find(id);
    this.#found.set(id, found);
    found.catch(() => this.#found.delete(id));
    return found;
  }

  /** Forgets what these events changed; everything when there are none. */
  forget(events: readonly DeskEvent[]): void {
    if (events.length === 0) this.#found.clear();
    for (const { kind, handoff } of events) if (kind === 'handoff' && handoff !== null) this.#found.delete(handoff);
  }
}
