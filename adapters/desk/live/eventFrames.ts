import type { DeskEvent } from '../../../domain/desk/handoffs.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { has } from '../access/conversation.ts';
import { hasRole } from '../auth/access.ts';
import type { DeskDeps } from '../deps.ts';
import type { ServerFrame } from '../schemas.ts';
import { waits } from '../views/handoff.ts';
import { maskedHead } from '../views/masked.ts';
import { iso } from '../views/time.ts';
import { context } from '../views/words.ts';
import type { HandoffCache } from './handoffCache.ts';

/**
 * Events as one console may see them. Words stand in a `message` event for who has the customer now; masked for supervisors,
 * and for all while the customer waits; for nobody else. A `clock` event says whose it is only to whom it concerns. Who wants to read more opens the conversation, which is audited.
 */
export class EventFrames {
  readonly #deps: Pick<DeskDeps, 'now' | 'zone'>;
  readonly #handoffs: HandoffCache;

  constructor(deps: Pick<DeskDeps, 'now' | 'zone'>, handoffs: HandoffCache) {
    this.#deps = deps;
    this.#handoffs = handoffs;
  }

  async of(event: DeskEvent, staff: StaffMember): Promise<ServerFrame> {
    const { seq, at, kind, conversation, handoff, by } = event;
    return { type: 'event', seq, at: iso(at), kind, conversation, handoff, by, data: await this.#data(event, staff) };
  }

  async #data(event: DeskEvent, staff: StaffMember): Promise<DeskEvent['data']> {
    if (event.kind === 'clock') return (await this.#concerns(event, staff)) ? event.data : {};
    const { text, ...facts } = event.data;
    if (event.kind !== 'message' || typeof text !== 'string') return event.data;
    const handoff = event.handoff === null ? null : await this.#handoffs.find(event.handoff);
    if (handoff === null) return facts;
    if (has(handoff, staff.id)) return event.data;
    if (!waits(handoff) && !hasRole(staff, 'supervisor')) return facts;
    return { ...facts, text: maskedHead(text, context(this.#deps, handoff.language)) };
  }

  /** A clock of a case is its team's, of who has the customer, and of supervisors where they are to hear of it. */
  async #concerns({ data, handoff }: DeskEvent, staff: StaffMember): Promise<boolean> {
    if (typeof data.owner === 'string' && staff.skills.includes(data.owner)) return true;
    if (data.supervisors === true && hasRole(staff, 'supervisor')) return true;
    const held = handoff === null ? null : await this.#handoffs.find(handoff);
    return held !== null && has(held, staff.id);
  }
}
