import { randomUUID } from 'node:crypto';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { deskKey } from '../keys.ts';
import type { AccountsDeps } from './deps.ts';

/**
 * Tells the desk of a change of an account after it is stored: consoles show it, and the account's own look, on every
 * instance, whether they are still signed in.
 */
export async function tellAccount(
  { ledger, signals, now }: Pick<AccountsDeps, 'ledger' | 'signals' | 'now'>,
  by: StaffMember,
  { id, status }: StaffMember,
): Promise<void> {
  const event = { kind: 'staff', handoff: null, conversation: null, by: by.id, data: { staff: id, status } } as const;
  await ledger.deskEvents.add(event, deskKey('user', randomUUID()), now());
  signals.send({ kind: 'desk' });
}
