import type { Handoff, HandoffCommand } from '../domain/desk/handoff.ts';
import type { Handoffs } from '../domain/desk/handoffs.ts';
import type { Instances } from '../domain/desk/instances.ts';
import { isDeskOpen } from '../domain/desk/open.ts';
import { givesUp, overdue, type Patience, thoseThere } from '../domain/desk/overdue.ts';
import { places } from '../domain/desk/queue.ts';
import { offers } from '../domain/desk/routing.ts';
import type { DeskBook, Staff, StaffMember } from '../domain/desk/staff.ts';
import type { ConversationId, HandoffId, Instant } from '../domain/ids.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { Signals } from './desk.ts';
import { announce } from './handoffNews.ts';
import type { Intake } from './intake.ts';
import { LOOK_MS, LOST_MS, LostInstances } from './lostInstances.ts';
import { PlaceTelling } from './placeTelling.ts';
import { Rounds } from './rounds.ts';
import { ServedBefore } from './servedBefore.ts';

export interface DispatcherOptions {
  readonly ledger: {
    readonly handoffs: Pick<Handoffs, 'open' | 'change' | 'past' | 'handlingTimes'>;
    readonly staff: Pick<Staff, 'list'>;
    readonly instances: Instances;
    readonly deskBook: Pick<DeskBook, 'settings'>;
  };
  readonly manual: Manual;
  readonly zone: string;
  readonly intake: Intake;
  readonly signals: Pick<Signals, 'send'>;
  readonly now: () => Instant;
  readonly failed: (error: unknown) => void;
}

const PACE = { everyMs: 1000, gatherMs: 100 };
const HANDLING_SAMPLE = 50;
const HANDLING_KEPT_MS = 60_000;

/**
 * Moves what nobody moves: ends offers that were not taken, brings customers of lost agents back, offers the waiting ones,
 * gives up in time, and tells the waiting where they stand. Any number may run at once: every step is a change that the
 * ledger allows once, so the others' is refused.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #patience: Patience;
  readonly #rounds: Rounds;
  readonly #lost: LostInstances;
  readonly #looks: Rounds;
  readonly #served: ServedBefore;
  readonly #telling: PlaceTelling;
  #handling: { readonly ms: number; readonly at: Instant } | null = null;
  #held: ReadonlySet<ConversationId> = new Set();

  constructor(options: DispatcherOptions) {
    this.#options = options;
    const { silentSeconds, giveUpMinutes } = options.manual.handoff;
    this.#patience = { silentMs: silentSeconds * 1000, lostMs: LOST_MS, giveUpMs: giveUpMinutes * 60_000 };
    this.#rounds = new Rounds(() => this.round(), options.failed, PACE);
    this.#lost = new LostInstances(options.ledger.instances, options.now);
    // on its own: a long round must not make others believe that we are lost
    this.#looks = new Rounds(() => this.look(), options.failed, { everyMs: LOOK_MS, gatherMs: 0 });
    this.#served = new ServedBefore(options.ledger.handoffs);
    this.#telling = new PlaceTelling(options.intake);
  }

  start(): void {
    this.#looks.start();
    this.#rounds.start();
  }

  /** Our last sign of life stays: to the others we are lost some seconds later, when our agents have come to them. */
  async stop(): Promise<void> {
    await Promise.all([this.#looks.stop(), this.#rounds.stop()]);
  }

  /** Something was requested, accepted or ended, or somebody came: a round at once. */
  poke(): void {
    this.#rounds.poke();
  }

  /** Whether an agent had this conversation in the last round: at most a second old, and costs nothing. */
  isHeld(conversation: ConversationId): boolean {
    return this.#held.has(conversation);
  }

  /** Says that this instance is alive, and sees which others are not. */
  look(): Promise<void> {
    return this.#lost.look();
  }

  /** One look at everything that is open. */
  async round(): Promise<void> {
    const { ledger, now, manual, zone } = this.#options;
    const open = await ledger.handoffs.open();
    if (open.length === 0) {
      this.#keepOnly(open);
      return;
    }
    const agents = thoseThere(await ledger.staff.list(), this.#lost.ids, this.#patience, now());
    let handoffs = await this.#each(open, (one) => overdue(one, agents, this.#patience, now()));
    if (handoffs.some(({ owner }) => owner.kind === 'queue')) {
      const isOpen = isDeskOpen(manual, await ledger.deskBook.settings(), now(), zone);
      handoffs = await this.#each(handoffs, (one) =>
        givesUp(one, isOpen, this.#patience, now()) ? { kind: 'callback', waitingSince: one.waitingSince } : null,
      );
    }
    handoffs = await this.#offer(handoffs, agents);
    this.#keepOnly(handoffs);
    await this.#tell(handoffs, agents);
  }

  async #offer(handoffs: readonly Handoff[], agents: readonly StaffMember[]): Promise<readonly Handoff[]> {
    const { now, manual, failed } = this.#options;
    const served = await this.#served.of(handoffs, agents, failed);
    const made = new Map(offers(handoffs, agents, served, now()).map(({ handoff, agent }) => [handoff.id, agent]));
    return this.#each(handoffs, ({ id }) => {
      const agent = made.get(id);
      return agent === undefined ? null : { kind: 'offer', agent, until: now() + manual.handoff.offerSeconds * 1000 };
    });
  }

  /** Applies to each the command it gets, if any. Returns those still open as they are now; one that fails stays as it was. */
  async #each(
    handoffs: readonly Handoff[],
    commandFor: (handoff: Handoff) => HandoffCommand | null,
  ): Promise<readonly Handoff[]> {
    const after: Handoff[] = [];
    for (const handoff of handoffs) {
      const command = commandFor(handoff);
      const now = command === null ? handoff : await this.#change(handoff, command);
      if (now !== null && now.owner.kind !== 'ended') after.push(now);
    }
    return after;
  }

  async #change(handoff: Handoff, command: HandoffCommand): Promise<Handoff | null> {
    const { ledger, signals, now, failed } = this.#options;
    try {
      const changed = await ledger.handoffs.change(handoff.id, command, now());
      if (changed.kind === 'unknown') return null;
      if (changed.kind === 'changed') {
        signals.send({ kind: 'desk' });
        await this.#announce(changed.handoff);
      }
      return changed.handoff;
    } catch (error) {
      failed(error);
      return handoff;
    }
  }

  async #announce(handoff: Handoff): Promise<void> {
    const { intake, now, failed } = this.#options;
    try {
      await announce(intake, handoff, now());
    } catch (error) {
      failed(error);
    }
  }

  async #tell(handoffs: readonly Handoff[], agents: readonly StaffMember[]): Promise<void> {
    if (!handoffs.some(({ owner }) => owner.kind !== 'agent')) return;
    const { now, failed } = this.#options;
    const at = now();
    await this.#telling.tell(handoffs, places(handoffs, agents, await this.#handlingMs(at), at), at, failed);
  }

  /** What a conversation takes on average, measured as soon as there is something to measure. */
  async #handlingMs(at: Instant): Promise<number> {
    if (this.#handling !== null && at - this.#handling.at < HANDLING_KEPT_MS) return this.#handling.ms;
    const { ledger, manual } = this.#options;
    const times = await ledger.handoffs.handlingTimes(HANDLING_SAMPLE);
    const mean = times.reduce((sum, each) => sum + each, 0) / times.length;
    const ms = times.length === 0 ? manual.handoff.handlingMinutes * 60_000 : mean;
    this.#handling = { ms, at };
    return ms;
  }

  #keepOnly(handoffs: readonly Handoff[]): void {
    const ids: ReadonlySet<HandoffId> = new Set(handoffs.map(({ id }) => id));
    this.#held = new Set(handoffs.filter(({ owner }) => owner.kind === 'agent').map((one) => one.conversation));
    this.#served.keepOnly(ids);
    this.#telling.keepOnly(ids);
  }
}
