import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { DeskEvent } from '../../../domain/desk/handoffs.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { has } from '../access/conversation.ts';
import { hasRole } from '../auth/access.ts';
import type { DeskDeps } from '../deps.ts';
import type { ServerFrame } from '../schemas.ts';
import { waits } from '../views/handoff.ts';
import { iso } from '../views/time.ts';
import { context, maskText } from '../views/words.ts';
import type { HandoffCache } from './handoffCache.ts';

/**
 * Events as one console may see them. Words stand in a `message` event for who has the customer now and for supervisors;
 * masked for all while the customer waits; for nobody else.
 */
export class EventFrames {
  readonly #deps: Pick<DeskDeps, 'now' | 'zone'>;
  readonly #handoffs: HandoffCache;
  /** Masked once for all consoles. */
  readonly #masked = new WeakMap<DeskEvent, string>();

  constructor(deps: Pick<DeskDeps, 'now' | 'zone'>, handoffs: HandoffCache) {
    this.#deps = deps;
    this.#handoffs = handoffs;
  }

  async of(event: DeskEvent, staff: StaffMember): Promise<ServerFrame> {
    const { seq, at, kind, conversation, handoff, by } = event;
    return { type: 'event', seq, at: iso(at), kind, conversation, handoff, by, data: await this.#data(event, staff) };
  }

  async #data(event: DeskEvent, staff: StaffMember): Promise<DeskEvent['data']> {
    const { text, ...facts } = event.data;
    if (event.kind !== 'message' || typeof text !== 'string') return event.data;
    const handoff = event.handoff === null ? null : await this.#handoffs.find(event.handoff);
    if (handoff === null) return facts;
    if (hasRole(staff, 'supervisor') || has(handoff, staff.id)) return event.data;
    return waits(handoff) ? { ...facts, text: this.#mask(event, text, handoff) } : facts;
  }

  #mask(event: DeskEvent, text: string, { language }: Handoff): string {
    const masked = this.#masked.get(event) ?? maskText(text, context(this.#deps, language));
    this.#masked.set(event, masked);
    return masked;
  }
}
