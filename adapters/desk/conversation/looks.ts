import type { ConversationId, Instant, StaffId } from '../../../domain/ids.ts';

/** A page that is loaded again within so long is the same look. */
const SAME_MS: Instant = 5 * 60_000;
const KEPT = 10_000;

/** Looks of staff at conversations that are not theirs: the audit has each once, not each reload. */
export class Looks {
  readonly #last = new Map<string, Instant>();

  isNew(staff: StaffId, conversation: ConversationId, at: Instant): boolean {
    const key = `${staff} ${conversation}`;
    const last = this.#last.get(key);
    if (last !== undefined && at - last < SAME_MS) return false;
    if (this.#last.size >= KEPT) this.#last.clear();
    this.#last.set(key, at);
    return true;
  }
}
