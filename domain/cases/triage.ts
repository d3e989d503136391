import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES } from '../labels.ts';
import type { Timed } from '../manual/clocks.ts';
import type { Manual } from '../manual/schema.ts';

/**
 * The team that answers for a new case until it is closed (首问负责制). A complaint whose severity has a team of its own
 * goes there (CSG 2.2.1: major ones straight to the duty manager), and so does a fault whose level has one, unless it is a
 * security fault, which has a duty desk (CSG 3.2); else the category decides, else the kind.
 */
export function ownerOf(manual: Manual, { kind, category, severity, level }: Timed): string {
  const ofKind = manual.caseKinds[kind].team;
  if (kind === 'complaint') {
    const urgent = severity === null ? undefined : manual.severities[severity].team;
    const known = COMPLAINT_CATEGORIES.find((each) => each === category);
    return urgent ?? (known ? manual.complaintCategories[known].team : ofKind);
  }
  if (kind === 'fault') {
    const known = FAULT_CATEGORIES.find((each) => each === category);
    const urgent = level === null || known === 'security' ? undefined : manual.faultLevels[level].team;
    if (urgent !== undefined) return urgent;
    return known ? manual.faultCategories[known].team : ofKind;
  }
  return ofKind;
}
