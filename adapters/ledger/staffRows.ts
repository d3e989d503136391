import { z } from 'zod';
import type { StaffMember } from '../../domain/desk/staff.ts';
import { LANGUAGES } from '../../domain/ids.ts';
import type { StaffTables } from './tables/staff.ts';

const skills = z.array(z.string());
const languages = z.array(z.enum(LANGUAGES));

/** Columns of an account, without those that only sign-in needs. */
export const STAFF_COLUMNS = [
  'staff.id',
  'staff.login',
  'staff.name',
  'staff.role',
  'staff.skills',
  'staff.languages',
  'staff.most',
  'staff.status',
  'staff.seen_at',
  'staff.seen_by',
  'staff.disabled',
  'staff.must_change',
  'staff.made_at',
  'staff.totp_secret',
] as const;

type Row = Omit<StaffTables['staff'], 'login_key' | 'password_hash' | 'totp_step' | 'failures' | 'failed_at'>;

export function readStaff(row: Row): StaffMember {
  const { id, login, name, role, status } = row;
  return {
    id,
    login,
    name,
    role,
    skills: skills.parse(JSON.parse(row.skills)),
    languages: languages.parse(JSON.parse(row.languages)),
    limit: row.most,
    status,
    seenAt: row.seen_at,
    seenBy: row.seen_by,
    disabled: row.disabled === 1,
    mustChange: row.must_change === 1,
    totp: row.totp_secret !== null,
    madeAt: row.made_at,
  };
}
