import { readNews } from '../../../bot/handoffNews.ts';
import type { Intake } from '../../../bot/intake.ts';
import type { Handoffs } from '../../../domain/desk/handoffs.ts';
import type { ConversationId, Instant, StaffId } from '../../../domain/ids.ts';
import { has } from '../access/conversation.ts';

const KEPT = 10_000;

export interface ReadMarksDeps {
  readonly ledger: { readonly handoffs: Pick<Handoffs, 'openOf'> };
  readonly intake: Intake;
  readonly now: () => Instant;
}

/** Tells customers how far the agent who has them has read: each position once, whoever else looks. */
export class ReadMarks {
  readonly #deps: ReadMarksDeps;
  readonly #told = new Map<ConversationId, number>();

  constructor(deps: ReadMarksDeps) {
    this.#deps = deps;
  }

  async seen(staff: StaffId, conversation: ConversationId, position: number): Promise<void> {
    if (position <= (this.#told.get(conversation) ?? -1)) return;
    const { ledger, intake, now } = this.#deps;
    const handoff = await ledger.handoffs.openOf(conversation);
    if (handoff === null || !has(handoff, staff)) return;
    if (this.#told.size >= KEPT) this.#told.clear();
    this.#told.set(conversation, position);
    await intake(conversation, readNews(handoff.id, staff, position, now()), null);
  }
}
