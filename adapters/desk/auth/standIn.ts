import type { Staff, StaffMember } from '../../../domain/desk/staff.ts';
import { hasRole } from './access.ts';

/**
 * While no admin has an account that is enabled, supervisors stand in and administer accounts: the account of a first start is
 * a supervisor's. As soon as there is an admin they no longer do.
 */
export async function standsIn({ role }: Pick<StaffMember, 'role'>, staff: Pick<Staff, 'list'>): Promise<boolean> {
  if (role !== 'supervisor') return false;
  return !(await staff.list()).some((each) => each.role === 'admin' && !each.disabled);
}

/** Whether this member may administer accounts now. */
export async function administers(member: Pick<StaffMember, 'role'>, staff: Pick<Staff, 'list'>): Promise<boolean> {
  return hasRole(member, 'admin') || (await standsIn(member, staff));
}
