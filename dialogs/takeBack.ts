import type { Intent } from '../domain/labels.ts';
import type { Scene } from './scene.ts';
import type { Routed } from './settle.ts';
import type { DialogState } from './state.ts';
import { follow } from './wishes.ts';
import { mentions } from './words.ts';

const TAKES_BACK =
  /取消|撤|不要了?|不需要|不(想)?(再)?(投诉|投訴|报修|報修|预约|預約|约|約|办|辦|申请|申請)了|cancel|withdraw|(do not|don.?t) (need|want)|no longer/;
const A_BOOKING = /预约|預約|上门|上門|到府|师傅|師傅|appointment|visit|booking|technician/;
const A_CASE = /投诉|投訴|报修|報修|工单|案件|申请|申請|complaint|report|request|case|ticket/;

/**
 * "I don't want it any more" with nothing under way: what was booked or registered is meant, if only one thing can be. It
 * is asked once more before it is given up. Null: nothing of the kind.
 */
export async function takeBack(state: DialogState, scene: Scene): Promise<Routed | null> {
  const { heard, ledger, customer, now } = scene;
  const busy = state.form !== null || state.suspended.length > 0 || state.wishes.length > 0;
  if (busy || !mentions(heard.text, TAKES_BACK)) return null;
  const [bookings, cases] = await Promise.all([
    ledger.bookings.upcoming(customer, now),
    ledger.cases.ofCustomer(customer, 'open'),
  ]);
  const intent = meant(heard.text, bookings.length, cases.length);
  return intent === null ? null : follow(state, intent, heard, scene);
}

function meant(text: string, bookings: number, cases: number): Intent | null {
  if (bookings > 0 && (cases === 0 || mentions(text, A_BOOKING))) return 'appointment.cancel';
  return cases > 0 && (bookings === 0 || mentions(text, A_CASE)) ? 'case.withdraw' : null;
}
