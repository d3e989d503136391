import type { BookingKind } from '../../../../domain/appointments/booking.ts';
import type { CaseKind } from '../../../../domain/cases/case.ts';
import type { IncidentGrade, IncidentStepName } from '../../../../domain/cases/incident.ts';
import type { ComplaintCategory, FaultCategory, FaultLevel, Severity } from '../../../../domain/labels.ts';

/** Keys of an object that must have all of them: an id that the domain adds does not compile until it stands here. */
function all<Id extends string>(ids: Readonly<Record<Id, true>>): readonly Id[] {
  return Object.keys(ids).filter((id): id is Id => id in ids);
}

/** Ids as `/desk/api` takes them, in the order in which they are offered; their names are the catalogue's. */
export const CASE_KINDS = all<CaseKind>({
  complaint: true,
  fault: true,
  application: true,
  feedback: true,
  callback: true,
  privacy: true,
  security: true,
});
/** OSM 7.1.2 */
export const COMPLAINT = all<ComplaintCategory>({
  'service-quality': true,
  'network-communication': true,
  'billing-plan': true,
  'service-guarantee': true,
  other: true,
});
/** CSG 3.2 */
export const FAULT = all<FaultCategory>({
  'network-performance': true,
  'business-service': true,
  equipment: true,
  security: true,
});
export const SEVERITIES = all<Severity>({ minor: true, moderate: true, major: true });
export const LEVELS = all<FaultLevel>({ normal: true, major: true });
export const BOOKING_KINDS = all<BookingKind>({ repair: true, install: true, branch: true, callback: true });
/** OSM 6.3, in its order. */
export const STEPS = all<IncidentStepName>({
  ...{ graded: true, investigated: true, contained: true, restored: true, told: true, reviewed: true },
});
export const GRADES = all<IncidentGrade>({ general: true, larger: true, major: true, gravest: true });
