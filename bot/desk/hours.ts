import type { Scene } from '../../dialogs/scene.ts';
import type { DeskSettings } from '../../domain/desk/staff.ts';
import type { Instant, Names } from '../../domain/ids.ts';
import { nextOpening, openAt } from '../../domain/manual/hours.ts';
import type { Manual } from '../../domain/manual/schema.ts';

/** Whether people are at the desk now, by the supervisors' settings and else by the manual. */
export interface DeskNow {
  readonly open: boolean;
  /** When they are there again; null when that is not known. */
  readonly back: Instant | null;
  /** What supervisors have customers told who ask for a person. */
  readonly notice: Names | null;
}

type Scope = Pick<Scene, 'ledger' | 'manual' | 'now' | 'zone'>;

export async function deskNow({ ledger, manual, now, zone }: Scope): Promise<DeskNow> {
  const settings = await settingsOf(ledger);
  const kept = withHours(manual, settings?.hours ?? null);
  const open = settings?.open ?? openAt(kept, 'desk', now, zone) !== null;
  // closed by hand within its hours: nobody knows until when
  const next = open ? now : nextOpening(kept, 'desk', now, zone);
  return { open, back: next === now && !open ? null : next, notice: settings?.notice ?? null };
}

/** Without settings the manual's hours hold: a customer who asks for a person is never turned away by a fault of ours. */
async function settingsOf(ledger: Scope['ledger']): Promise<DeskSettings | null> {
  try {
    return await ledger.deskBook.settings();
  } catch {
    return null;
  }
}

function withHours(manual: Manual, hours: DeskSettings['hours']): Manual {
  if (hours === null) return manual;
  const windows = (list: readonly (readonly [string, string])[]) =>
    list.map(([from, to]): [string, string] => [from, to]);
  const desk = { workingDays: windows(hours.workingDays), otherDays: windows(hours.otherDays) };
  return { ...manual, hours: { ...manual.hours, desk } };
}
