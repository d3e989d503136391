import type { Handoff, HandoffCommand, HandoffOwner } from '../../../domain/desk/handoff.ts';
import { heard } from '../../../domain/desk/heard.ts';
import { step } from '../../../domain/desk/step.ts';
import type { HandoffId, Instant, StaffId } from '../../../domain/ids.ts';
import { aConversation, aCustomer, waiting } from './samples.ts';

/** The owner that a conversation is told of. */
export interface News {
  readonly customer: number;
  readonly handoff: HandoffId;
  readonly epoch: number;
  readonly owner: HandoffOwner;
}

/** What the ledger promises, in memory: `step` under idempotent writes, with a timer for every owner. */
export class ModelLedger {
  readonly handoffs = new Map<HandoffId, Handoff>();
  /** Owners of every epoch, by `<handoff>:<epoch>`. */
  readonly told = new Map<string, News>();
  /** News that are not known to be delivered. */
  readonly timers: string[] = [];
  /** Messages of agents that came too late, by id. */
  readonly refused = new Map<string, number>();
  /** Since when the customer has neither an agent nor an answer, or writes without one; absent while nobody waits. */
  readonly unanswered = new Map<HandoffId, Instant>();
  /** What happened, by name: a model in which nothing happens would prove nothing. */
  readonly tally = new Map<string, number>();
  readonly #requests = new Map<string, News>();
  readonly #said = new Set<string>();

  openOf(customer: number): Handoff | undefined {
    return this.open().find(({ conversation }) => conversation === aConversation(`c${customer}`));
  }

  open(): readonly Handoff[] {
    return [...this.handoffs.values()].filter(({ owner }) => owner.kind !== 'ended');
  }

  request(customer: number, key: string, draft: Partial<Handoff>, at: Instant): News {
    const before = this.#requests.get(key);
    if (before !== undefined) return before;
    const open = this.openOf(customer);
    const made = open ?? this.#make(customer, draft, at);
    const asOf = { customer, handoff: made.id, epoch: made.epoch, owner: made.owner };
    this.#requests.set(key, asOf);
    return asOf;
  }

  #make(customer: number, draft: Partial<Handoff>, at: Instant): Handoff {
    const instants = { requestedAt: at, waitingSince: at, customerAt: at };
    const who = { conversation: aConversation(`c${customer}`), customer: aCustomer(`c${customer}`) };
    const made = waiting(`h${this.handoffs.size}`, { ...draft, ...who, ...instants, epoch: 1 });
    this.#keep(made);
    this.unanswered.set(made.id, at);
    return made;
  }

  #keep(handoff: Handoff): void {
    const { id, epoch, owner, conversation } = handoff;
    this.handoffs.set(id, handoff);
    this.told.set(`${id}:${epoch}`, { customer: Number(conversation.slice(1)), handoff: id, epoch, owner });
    this.timers.push(`${id}:${epoch}`);
  }

  /** True when it changed something. */
  change(id: HandoffId, command: HandoffCommand, at: Instant): boolean {
    const before = this.handoffs.get(id);
    if (before === undefined) return false;
    const stepped = step(before, command, at);
    const what = stepped.kind === 'changed' ? command.kind : `no ${command.kind}`;
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
    if (stepped.kind !== 'changed') return false;
    if (before.owner.kind === 'agent' && stepped.handoff.owner.kind === 'queue') this.#waits(id, at);
    this.#keep(stepped.handoff);
    return true;
  }

  #waits(id: HandoffId, at: Instant): void {
    if (!this.unanswered.has(id)) this.unanswered.set(id, at);
  }

  said(id: HandoffId, message: string, by: 'customer' | StaffId, at: Instant): void {
    const handoff = this.handoffs.get(id);
    if (handoff === undefined || handoff.owner.kind === 'ended' || this.#said.has(message)) return;
    this.#said.add(message);
    if (by === 'customer') this.#waits(id, at);
    else if (handoff.owner.kind === 'agent') this.unanswered.delete(id);
    else this.unanswered.set(id, at);
    this.handoffs.set(id, heard(handoff, by, at));
  }

  alive(id: HandoffId, agent: StaffId, at: Instant): void {
    const handoff = this.handoffs.get(id);
    if (handoff?.owner.kind !== 'agent' || handoff.owner.agent !== agent) return;
    this.handoffs.set(id, { ...handoff, owner: { ...handoff.owner, aliveAt: at } });
  }

  news(handoff: HandoffId, epoch: number): News | undefined {
    return this.told.get(`${handoff}:${epoch}`);
  }

  refuse(message: string): void {
    if (!this.refused.has(message)) this.refused.set(message, 1);
  }
}
