import assert from 'node:assert/strict';
import fc from 'fast-check';
import { INTERNAL_CHANNEL } from '../../../bot/activity.ts';
import type { ConversationState } from '../../../bot/state.ts';
import type { TurnInput } from '../../../bot/world.ts';
import type { HandoffCommand } from '../../../domain/desk/handoff.ts';
import type { ConversationId, MessageId, StaffId } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';

/** What people at the desk, and its clock, do. `news`: what is on its way arrives; `again`: something arrives a second time. */
const DOINGS = [
  'accept',
  'take over',
  'lose',
  'transfer',
  'return',
  'callback',
  'write',
  'place',
  'news',
  'again',
] as const;
export type Doing = (typeof DOINGS)[number];
export const doing: fc.Arbitrary<{ readonly desk: Doing }> = fc
  .constantFrom(...DOINGS, 'accept' as const, 'news' as const, 'news' as const)
  .map((desk) => ({ desk }));

/** The desk beside a conversation: changes owners in the ledger, whose news arrive late, twice or out of order. */
export class DeskSide {
  readonly #ledger: Ledger;
  readonly #conversation: ConversationId;
  /** Newest event of the desk that was looked at. */
  #seq: number;
  #count = 0;
  #pending: unknown[] = [];
  readonly #arrived: unknown[] = [];

  static async beside(ledger: Ledger, conversation: string): Promise<DeskSide> {
    return new DeskSide(ledger, conversation, await ledger.deskEvents.last());
  }

  private constructor(ledger: Ledger, conversation: string, seq: number) {
    this.#ledger = ledger;
    this.#conversation = conversation as ConversationId;
    this.#seq = seq;
  }

  /** What arrives in the conversation's inbox for it. */
  async does(what: Doing, at: number): Promise<readonly TurnInput[]> {
    const open = await this.#ledger.handoffs.openOf(this.#conversation);
    const agent = open?.owner.kind === 'agent' ? open.owner.agent : null;
    if (what === 'news' || what === 'again') return this.arrive(what === 'again', at);
    if (open === null) return [];
    if (what === 'place')
      return [this.#input('handoff.place', { handoff: open.id, position: 1, waitSeconds: null }, at)];
    if (what === 'write') return [this.#words(open.id, open.epoch, agent ?? (await this.#staff(0)), at)];
    const command = this.#command(what, agent, await this.#staff(what === 'accept' ? 0 : 1));
    if (command) await this.#ledger.handoffs.change(open.id, command, at);
    return [];
  }

  /** The news that the timers bring; the newest first when it is `again`. */
  async arrive(again: boolean, at: number): Promise<readonly TurnInput[]> {
    for (;;) {
      const events = await this.#ledger.deskEvents.after(this.#seq, 500);
      for (const event of events) {
        this.#seq = event.seq;
        if (event.kind === 'handoff' && event.conversation === this.#conversation)
          this.#pending.push({ handoff: event.handoff, epoch: event.data.epoch });
      }
      if (events.length === 0) break;
    }
    const values = again ? [...this.#pending, ...this.#arrived].reverse().slice(0, 2) : this.#pending;
    if (!again) {
      this.#arrived.push(...this.#pending);
      this.#pending = [];
    }
    return values.map((value) => this.#input('handoff.changed', value, at));
  }

  /** Once all news are there, the conversation and the ledger agree on who answers. */
  async agrees(state: ConversationState | null): Promise<void> {
    const open = await this.#ledger.handoffs.openOf(this.#conversation);
    const owner = open?.owner.kind === 'offered' ? 'queue' : (open?.owner.kind ?? 'bot');
    assert.equal(state?.with.kind ?? 'bot', owner, 'two ideas of who answers');
    if (state?.with.kind === 'agent' && open?.owner.kind === 'agent') {
      assert.equal(state.with.agent.id, open.owner.agent);
      assert.equal(state.with.epoch, open.epoch);
    }
  }

  #command(what: Doing, agent: StaffId | null, next: StaffId): HandoffCommand | null {
    switch (what) {
      case 'accept':
        return { kind: 'accept', agent: next, over: false };
      case 'take over':
        return { kind: 'accept', agent: next, over: true };
      case 'lose':
        return agent && { kind: 'lose', agent };
      case 'transfer':
        return agent && { kind: 'transfer', by: agent, to: { team: 'billing' } };
      case 'return':
        return agent && { kind: 'return', by: agent, result: 'solved', over: false };
      case 'callback':
        return { kind: 'callback' };
      default:
        return null;
    }
  }

  async #staff(place: number): Promise<StaffId> {
    const found = (await this.#ledger.staff.list()).find(({ login }) => login === `a${place}`);
    if (found) return found.id;
    const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
    const draft = { login: `a${place}`, name: `A${place}`, role: 'agent', skills: [], languages, limit: 4 } as const;
    const added = await this.#ledger.staff.add(draft, 'hash', false, 0);
    assert.ok(added !== 'taken');
    return added.id;
  }

  #words(handoff: string, epoch: number, agent: StaffId, at: number): TurnInput {
    const id = `w${++this.#count}`;
    return this.#input(
      'handoff.message',
      { handoff, epoch, agent: { id: agent, name: 'A' }, id, text: id, files: [] },
      at,
    );
  }

  #input(name: string, value: unknown, at: number): TurnInput {
    return {
      conversation: this.#conversation,
      message: `news${++this.#count}` as MessageId,
      activity: { type: 'event', name, value, channelId: INTERNAL_CHANNEL },
      at,
    };
  }
}
