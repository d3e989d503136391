import type { Instant } from '../ids.ts';
import { openAt } from '../manual/hours.ts';
import type { Manual } from '../manual/schema.ts';
import type { DeskSettings } from './staff.ts';

/** Whether people answer at the desk: as a supervisor set it, else by the hours that are in force. */
export function isDeskOpen(manual: Manual, { open, hours }: DeskSettings, at: Instant, zone: string): boolean {
  if (open !== null) return open;
  if (hours === null) return openAt(manual, 'desk', at, zone) !== null;
  const desk = { workingDays: copied(hours.workingDays), otherDays: copied(hours.otherDays) };
  return openAt({ ...manual, hours: { ...manual.hours, desk } }, 'desk', at, zone) !== null;
}

function copied(windows: readonly (readonly [string, string])[]): [string, string][] {
  return windows.map(([from, to]) => [from, to]);
}
