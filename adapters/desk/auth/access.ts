import { ROLES, type Role, type StaffMember } from '../../../domain/desk/staff.ts';

/** Who may call an operation. `signedIn`: also who has yet to change the password somebody else gave; a role: it or a higher one. */
export type Access = 'anyone' | 'signedIn' | Role;

export type Decision = 'yes' | 'signInFirst' | 'changePasswordFirst' | 'roleTooLow';

/** The one decision on what staff may call; null is somebody who is not signed in. */
export function decide(access: Access, staff: StaffMember | null): Decision {
  if (access === 'anyone') return 'yes';
  if (staff === null || staff.disabled) return 'signInFirst';
  if (access === 'signedIn') return 'yes';
  if (staff.mustChange) return 'changePasswordFirst';
  return hasRole(staff, access) ? 'yes' : 'roleTooLow';
}

/** This role or a higher one. */
export function hasRole({ role }: Pick<StaffMember, 'role'>, wanted: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(wanted);
}
