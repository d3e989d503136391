/** The ids of everything that can be understood. A public interface: add, never rename. */
export const INTENTS = [
  'consult.general',
  'consult.account',
  'service.apply',
  'service.change',
  'service.terminate',
  'appointment.book',
  'appointment.change',
  'appointment.cancel',
  'appointment.status',
  'fault.report',
  'complaint.file',
  'case.status',
  'case.urge',
  'case.amend',
  'case.withdraw',
  'feedback.praise',
  'feedback.suggest',
  'handoff.request',
  'privacy.request',
  'security.report',
  'greet',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'help',
  'cancel',
  'back',
  'restart',
  'out-of-scope',
] as const;
export type Intent = (typeof INTENTS)[number];

/** OSM 7.1.2 */
export const COMPLAINT_CATEGORIES = [
  'service-quality',
  'network-communication',
  'billing-plan',
  'service-guarantee',
  'other',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** CSG 2.2.1, mildest first. */
export const SEVERITIES = ['minor', 'moderate', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** CSG 3.2 */
export const FAULT_CATEGORIES = ['network-performance', 'business-service', 'equipment', 'security'] as const;
export type FaultCategory = (typeof FAULT_CATEGORIES)[number];

export const FAULT_LEVELS = ['normal', 'major'] as const;
export type FaultLevel = (typeof FAULT_LEVELS)[number];
