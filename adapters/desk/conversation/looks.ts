import type { Audit } from '../../../domain/desk/staff.ts';
import type { ConversationId, Instant, StaffId } from '../../../domain/ids.ts';
import type { Readable } from '../access/conversation.ts';
import type { DeskDeps } from '../deps.ts';

/** What is looked at again within so long is the same look. */
const SAME_MS: Instant = 5 * 60_000;
const KEPT = 10_000;

/** Looks by audit: the API and the live events of a process count the same ones. */
const known = new WeakMap<Audit, Map<string, Instant>>();

/**
 * Writes down that somebody reads a conversation which is not theirs (manual section 10), from whatever line on: each look
 * once, not each page of it. Before anything is shown: what cannot be written down is not shown.
 */
export async function noteLook(
  { ledger, now }: Pick<DeskDeps, 'ledger' | 'now'>,
  { id: by }: { readonly id: StaffId },
  { handoff, holds }: Pick<Readable, 'handoff' | 'holds'>,
): Promise<void> {
  if (holds) return;
  const looks = known.get(ledger.audit) ?? new Map<string, Instant>();
  known.set(ledger.audit, looks);
  const forget = begin(looks, by, handoff.conversation, now());
  if (forget === null) return;
  try {
    await ledger.audit.add({ by, what: 'look', subject: handoff.conversation, detail: null }, now());
  } catch (error) {
    forget();
    throw error;
  }
}

/** Null for the same look again; else what makes it new once more. */
function begin(
  looks: Map<string, Instant>,
  staff: StaffId,
  conversation: ConversationId,
  at: Instant,
): (() => void) | null {
  const key = `${staff} ${conversation}`;
  const last = looks.get(key);
  if (last !== undefined && at - last < SAME_MS) return null;
  if (looks.size >= KEPT) looks.clear();
  looks.set(key, at);
  return () => void looks.delete(key);
}
