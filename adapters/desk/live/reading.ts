import type { StaffMember } from '../../../domain/desk/staff.ts';
import { HttpError } from '../../http/answer.ts';
import { readable } from '../access/conversation.ts';
import type { DeskDeps } from '../deps.ts';
import type { EntryReader } from '../views/entry.ts';

/** How somebody may read a conversation now; null when they may not, which stands in the audit. */
export async function readerOf(
  deps: Pick<DeskDeps, 'ledger' | 'now'>,
  staff: StaffMember,
  conversation: string,
): Promise<EntryReader | null> {
  try {
    const { handoff, plain } = await readable(deps, staff, conversation);
    return { plain, language: handoff.language };
  } catch (error) {
    if (error instanceof HttpError) return null;
    throw error;
  }
}

/** The same without a trace: who was reading when it became somebody else's tried nothing. */
export function readerStill(
  { ledger, now }: Pick<DeskDeps, 'ledger' | 'now'>,
  staff: StaffMember,
  conversation: string,
): Promise<EntryReader | null> {
  const unaudited = { ...ledger, audit: { ...ledger.audit, add: async () => {} } };
  return readerOf({ ledger: unaudited, now }, staff, conversation);
}
