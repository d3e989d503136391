import type { Instant } from '../ids.ts';
import { nextOpening, openAt } from '../manual/hours.ts';
import type { Manual } from '../manual/schema.ts';
import type { DeskSettings } from './staff.ts';

/** Whether people answer at the desk: as a supervisor set it, else by the hours that are in force. */
export function isDeskOpen(manual: Manual, settings: DeskSettings, at: Instant, zone: string): boolean {
  return settings.open ?? openAt(inForce(manual, settings), 'desk', at, zone) !== null;
}

/** When people are there again: `at` itself while they are; null when that is not known, as when a supervisor closed it. */
export function deskBack(manual: Manual, settings: DeskSettings, at: Instant, zone: string): Instant | null {
  if (isDeskOpen(manual, settings, at, zone)) return at;
  const next = nextOpening(inForce(manual, settings), 'desk', at, zone);
  return next === at ? null : next;
}

/** The manual with the desk's hours that supervisors set, if they did. */
export function inForce(manual: Manual, { hours }: Pick<DeskSettings, 'hours'>): Manual {
  if (hours === null) return manual;
  const desk = { workingDays: copied(hours.workingDays), otherDays: copied(hours.otherDays) };
  return { ...manual, hours: { ...manual.hours, desk } };
}

function copied(windows: readonly (readonly [string, string])[]): [string, string][] {
  return windows.map(([from, to]) => [from, to]);
}
