import type { z } from 'zod';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { isPresent } from '../../../domain/desk/queue.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { Instant } from '../../../domain/ids.ts';
import type { staffView } from '../schemas.ts';

/** An account as colleagues see it; `open`: the hand-offs its load is counted from. */
export function viewStaff(member: StaffMember, open: readonly Handoff[], now: Instant): z.infer<typeof staffView> {
  const { id, login, name, role, skills, languages, limit, status, disabled, mustChange, totp } = member;
  return {
    ...{ id, login, name, role, limit, status, disabled, mustChange, totp },
    skills: [...skills],
    languages: [...languages],
    present: isPresent(member, now),
    load: open.filter(({ owner }) => owner.kind === 'agent' && owner.agent === id).length,
  };
}
