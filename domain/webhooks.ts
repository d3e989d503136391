import { BOOKING_STATES } from './appointments/booking.ts';
import { STAGES } from './cases/case.ts';

/** Notes on a case that other systems hear of; tries to guess a proof are for staff. */
export const CASE_NOTES = [
  'urged',
  'amended',
  'linked',
  'clock-warning',
  'clock-breach',
  'reclassified',
  'paused',
  'resumed',
  'incident',
] as const;
const CASE_EVENTS = [...STAGES, ...CASE_NOTES].map((what) => `case.${what}` as const);
const APPOINTMENT_EVENTS = [...BOOKING_STATES, 'moved' as const].map((what) => `appointment.${what}` as const);
const HANDOFF_EVENTS = [
  'handoff.initiated',
  'handoff.offered',
  'handoff.queued',
  'handoff.accepted',
  'handoff.transferred',
  'handoff.returned',
  'handoff.left',
  'handoff.callback',
] as const;
const OUTAGE_EVENTS = [
  'outage.suspected',
  'outage.dismissed',
  'outage.opened',
  'outage.changed',
  'outage.ended',
] as const;
const ALERT_EVENTS = ['alert.raised', 'alert.acknowledged'] as const;

/** Everything other systems can be told of. A public interface: add, never rename. */
export const OUTSIDE_EVENTS = [
  ...CASE_EVENTS,
  ...APPOINTMENT_EVENTS,
  ...HANDOFF_EVENTS,
  ...OUTAGE_EVENTS,
  ...ALERT_EVENTS,
] as const;
export type OutsideEvent = (typeof OUTSIDE_EVENTS)[number];
const ALL_OF = ['case.*', 'appointment.*', 'handoff.*', 'outage.*', 'alert.*'] as const;

/** What a webhook may ask for: one event, or all of a kind. */
export const EVENT_PATTERNS = [...ALL_OF, ...OUTSIDE_EVENTS] as const;
export type EventPattern = (typeof EVENT_PATTERNS)[number];

/** Whether one of the patterns asks for the event. */
export function wants(patterns: readonly string[], event: OutsideEvent): boolean {
  const kind = `${event.slice(0, event.indexOf('.'))}.*`;
  return patterns.some((pattern) => pattern === event || pattern === kind);
}
