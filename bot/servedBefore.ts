import type { Handoff } from '../domain/desk/handoff.ts';
import type { Handoffs } from '../domain/desk/handoffs.ts';
import type { StaffMember } from '../domain/desk/staff.ts';
import type { HandoffId, StaffId } from '../domain/ids.ts';

/** Past hand-offs looked at to find who served a customer last: some ended before anybody came. */
const LOOKED_AT = 5;

/** Who served waiting customers last, asked once for each hand-off. */
export class ServedBefore {
  readonly #handoffs: Pick<Handoffs, 'past'>;
  readonly #known = new Map<HandoffId, StaffId | null>();

  constructor(handoffs: Pick<Handoffs, 'past'>) {
    this.#handoffs = handoffs;
  }

  /** By customer. Nothing is asked while there is nobody to offer to; a question that fails only costs the preference. */
  async of(
    handoffs: readonly Handoff[],
    agents: readonly StaffMember[],
    failed: (error: unknown) => void,
  ): Promise<ReadonlyMap<string, StaffId>> {
    const served = new Map<string, StaffId>();
    if (!agents.some(({ status, disabled }) => status === 'available' && !disabled)) return served;
    for (const { id, owner, customer } of handoffs) {
      if (owner.kind !== 'queue') continue;
      try {
        const last = this.#known.get(id) ?? (await this.#ask(id, customer));
        if (last !== null) served.set(customer, last);
      } catch (error) {
        failed(error);
      }
    }
    return served;
  }

  keepOnly(open: ReadonlySet<HandoffId>): void {
    for (const id of this.#known.keys()) if (!open.has(id)) this.#known.delete(id);
  }

  async #ask(id: HandoffId, customer: string): Promise<StaffId | null> {
    if (this.#known.has(id)) return null;
    const past = await this.#handoffs.past({ customer }, LOOKED_AT);
    const last = past.filter((one) => one.id !== id).find(({ former }) => former.length > 0);
    const agent = last?.former.at(-1) ?? null;
    this.#known.set(id, agent);
    return agent;
  }
}
