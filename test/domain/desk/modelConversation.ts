import type { Handoff, HandoffOwner } from '../../../domain/desk/handoff.ts';
import type { HandoffId, Instant, StaffId } from '../../../domain/ids.ts';
import type { ModelLedger, News } from './modelLedger.ts';

/** What waits in a conversation's inbox. */
export type Inbound =
  | { readonly kind: 'asks' | 'writes' | 'leaves'; readonly id: string }
  | { readonly kind: 'news'; readonly id: string; readonly news: News }
  | {
      readonly kind: 'agent';
      readonly id: string;
      readonly handoff: HandoffId;
      readonly epoch: number;
      readonly agent: StaffId;
    };

export interface Line {
  readonly id: string;
  readonly by: 'customer' | StaffId;
  /** Who had to answer when it came in. */
  readonly owner: 'bot' | 'queue' | StaffId;
  /** Of an agent's words. */
  readonly under: string | null;
}

/** The conversation's side: one writer, an inbox in order, and the newest owner it was told of. */
export class ModelConversation {
  readonly inbox: Inbound[] = [];
  readonly transcript: Line[] = [];
  readonly #seen = new Set<string>();
  readonly #ledger: ModelLedger;
  readonly #customer: number;
  readonly #draft: Partial<Handoff>;
  /** Stays when the hand-off has ended, so that its late news are known to be late. */
  view: News | null = null;

  constructor(ledger: ModelLedger, customer: number, draft: Partial<Handoff>) {
    this.#ledger = ledger;
    this.#customer = customer;
    this.#draft = draft;
  }

  /** Durable and acknowledged from here on; a repeat of a message is dropped, a repeat of news comes through. */
  accept(inbound: Inbound): void {
    if (inbound.kind !== 'news' && this.#seen.has(inbound.id)) return;
    this.#seen.add(inbound.id);
    this.inbox.push(inbound);
  }

  owner(): 'bot' | 'queue' | StaffId {
    const owner = this.view?.owner;
    if (owner === undefined || owner.kind === 'ended') return 'bot';
    return owner.kind === 'agent' ? owner.agent : 'queue';
  }

  /** Works the oldest; a crash comes after the writes to the ledger and before the commit, and it is worked again. */
  work(at: Instant, crash: boolean): void {
    const inbound = this.inbox[0];
    if (inbound === undefined) return;
    const { view, line } = this.#turn(inbound, at);
    if (crash) return;
    this.view = view;
    if (line !== null) this.transcript.push(line);
    this.inbox.shift();
  }

  #turn(inbound: Inbound, at: Instant): { view: News | null; line: Line | null } {
    if (inbound.kind === 'news') return { view: this.#told(inbound.news), line: null };
    if (inbound.kind === 'agent') return this.#agentWrote(inbound, at);
    const line = { id: inbound.id, by: 'customer', owner: this.owner(), under: null } as const;
    const open = this.view !== null && this.view.owner.kind !== 'ended' ? this.view : null;
    if (inbound.kind === 'asks' && open === null)
      return { view: this.#ledger.request(this.#customer, inbound.id, this.#draft, at), line };
    if (open === null) return { view: this.view, line };
    this.#ledger.said(open.handoff, inbound.id, 'customer', at);
    return { view: inbound.kind === 'leaves' ? this.#leave(open, at) : this.view, line };
  }

  #leave(view: News, at: Instant): News {
    this.#ledger.change(view.handoff, { kind: 'leave' }, at);
    const left = this.#ledger.handoffs.get(view.handoff);
    return left === undefined ? view : { ...view, epoch: left.epoch, owner: left.owner };
  }

  #agentWrote(
    { id, handoff, epoch, agent }: Extract<Inbound, { kind: 'agent' }>,
    at: Instant,
  ): { view: News | null; line: Line | null } {
    const later = this.#ledger.news(handoff, epoch);
    const view = later === undefined ? this.view : this.#told(later);
    if (view?.handoff !== handoff || view.epoch !== epoch || !hasIt(view.owner, agent)) {
      this.#ledger.refuse(id);
      return { view, line: null };
    }
    this.#ledger.said(handoff, id, agent, at);
    return { view, line: { id, by: agent, owner: agent, under: `${handoff}:${epoch}` } };
  }

  /** Newer news of the same hand-off, or of another that is open when this one is over. */
  #told(news: News): News | null {
    const { view } = this;
    if (view?.handoff === news.handoff) return news.epoch > view.epoch ? news : view;
    if (view !== null && view.owner.kind !== 'ended') return view;
    return this.#ledger.openOf(this.#customer)?.id === news.handoff ? news : view;
  }
}

const hasIt = (owner: HandoffOwner, agent: StaffId): boolean => owner.kind === 'agent' && owner.agent === agent;
