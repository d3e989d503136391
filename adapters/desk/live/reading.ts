import type { StaffMember } from '../../../domain/desk/staff.ts';
import { HttpError } from '../../http/answer.ts';
import { type Readable, readable } from '../access/conversation.ts';
import { noteLook } from '../conversation/looks.ts';
import type { DeskDeps } from '../deps.ts';
import type { EntryReader } from '../views/entry.ts';

type Deps = Pick<DeskDeps, 'ledger' | 'now'>;

/** How somebody who begins to read a conversation may; null when they may not. Either stands in the audit, unless it is theirs. */
export async function readerOf(deps: Deps, staff: StaffMember, conversation: string): Promise<EntryReader | null> {
  const found = await orNull(readable(deps, staff, conversation));
  if (found !== null) await noteLook(deps, staff, found);
  return found && reader(found);
}

/** The same without a trace: who was reading when it became somebody else's tried nothing. */
export async function readerStill(
  { ledger, now }: Deps,
  staff: StaffMember,
  conversation: string,
): Promise<EntryReader | null> {
  const unaudited = { ...ledger, audit: { ...ledger.audit, add: async () => {} } };
  const found = await orNull(readable({ ledger: unaudited, now }, staff, conversation));
  return found && reader(found);
}

const reader = ({ handoff, plain }: Readable): EntryReader => ({ plain, language: handoff.language });

/** Null for what is not there or not theirs; a store that does not answer still throws. */
async function orNull(asked: Promise<Readable>): Promise<Readable | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpError) return null;
    throw error;
  }
}
