import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { Handoffs } from '../../../domain/desk/handoffs.ts';
import type { Staff } from '../../../domain/desk/staff.ts';
import type { ConversationId, Instant, StaffId } from '../../../domain/ids.ts';
import { has } from '../access/conversation.ts';

const EVERY_MS: Instant = 10_000;
const KEPT = 10_000;

export interface SignsOfLifeDeps {
  readonly ledger: {
    readonly staff: Pick<Staff, 'seen'>;
    readonly handoffs: Pick<Handoffs, 'openOf' | 'alive'>;
  };
  readonly now: () => Instant;
}

/** Writes down that staff are there, and at their customers: each at most every 10 s, from however many consoles. */
export class SignsOfLife {
  readonly #deps: SignsOfLifeDeps;
  readonly #written = new Map<string, Instant>();

  constructor(deps: SignsOfLifeDeps) {
    this.#deps = deps;
  }

  async seen(staff: StaffId): Promise<void> {
    const { ledger, now } = this.#deps;
    await this.#seldom(staff, () => ledger.staff.seen(staff, now()));
  }

  /** They opened a console here: written down at once, as another instance may have seen them since the last sign. */
  async came(staff: StaffId): Promise<void> {
    this.#written.delete(staff);
    await this.seen(staff);
  }

  /** Nothing for a conversation that is not theirs. */
  async alive(staff: StaffId, conversation: ConversationId): Promise<void> {
    const { ledger } = this.#deps;
    await this.#seldom(`${staff}\n${conversation}`, async () => {
      const handoff = await ledger.handoffs.openOf(conversation);
      if (handoff !== null) await this.#alive(handoff, staff);
    });
  }

  /** Whether they have the conversation now; a sign of life when they do. */
  async holds(staff: StaffId, conversation: ConversationId): Promise<boolean> {
    const handoff = await this.#deps.ledger.handoffs.openOf(conversation);
    if (handoff === null || !has(handoff, staff)) return false;
    await this.#seldom(`${staff}\n${conversation}`, () => this.#alive(handoff, staff));
    return true;
  }

  async #alive(handoff: Handoff, staff: StaffId): Promise<void> {
    const { ledger, now } = this.#deps;
    if (has(handoff, staff)) await ledger.handoffs.alive(handoff.id, staff, now());
  }

  async #seldom(key: string, write: () => Promise<void>): Promise<void> {
    const at = this.#deps.now();
    if (at - (this.#written.get(key) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return;
    if (this.#written.size >= KEPT) this.#written.clear();
    this.#written.set(key, at);
    try {
      await write();
    } catch (error) {
      // the next sign tries again
      this.#written.delete(key);
      throw error;
    }
  }
}
