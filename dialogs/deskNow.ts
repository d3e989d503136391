import { deskBack, inForce, isDeskOpen } from '../domain/desk/open.ts';
import type { DeskSettings } from '../domain/desk/staff.ts';
import type { Instant, Names } from '../domain/ids.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { Scene } from './scene.ts';

/** Whether people are at the desk now, by the supervisors' settings and else by the manual. */
export interface DeskNow {
  readonly open: boolean;
  /** When they are there again; null when that is not known. */
  readonly back: Instant | null;
  /** What supervisors have customers told who ask for a person. */
  readonly notice: Names | null;
  readonly hours: Manual['hours']['desk'];
}

type Scope = Pick<Scene, 'ledger' | 'manual' | 'now' | 'zone'>;

const UNSET: DeskSettings = { open: null, notice: null, hours: null };

export async function deskNow({ ledger, manual, now, zone }: Scope): Promise<DeskNow> {
  const settings = await settingsOf(ledger);
  return {
    open: isDeskOpen(manual, settings, now, zone),
    back: deskBack(manual, settings, now, zone),
    notice: settings.notice,
    hours: inForce(manual, settings).hours.desk,
  };
}

/** Without settings the manual's hours hold: a customer who asks for a person is never turned away by a fault of ours. */
async function settingsOf(ledger: Scope['ledger']): Promise<DeskSettings> {
  try {
    return await ledger.deskBook.settings();
  } catch {
    return UNSET;
  }
}
