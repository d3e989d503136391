import { z } from 'zod';
import { promised } from '../../dialogs/callback.ts';
import { caseCard } from '../../dialogs/file.ts';
import type { Scene } from '../../dialogs/scene.ts';
import { afterwards } from '../../dialogs/settle.ts';
import type { DialogState } from '../../dialogs/state.ts';
import { asBookingNumber, asCaseNumber } from '../../domain/cases/number.ts';
import { type Say, say } from '../../locales/messages.ts';
import { placeOf } from '../internalEvents.ts';
import type { ConversationState } from '../state.ts';
import { knownOf } from '../with.ts';
import type { Turned } from '../world.ts';

export const filedSchema = z.object({
  handoff: z.string().max(100),
  epoch: z.int(),
  kind: z.enum(['case', 'booking']),
  number: z.string().max(60),
  form: z.string().max(40).nullable(),
});
type Filed = z.infer<typeof filedSchema>;

/** An agent filed something here: the customer is told, and the form that is done with it is not taken up again. */
export async function filed(state: ConversationState, news: Filed, scene: Scene): Promise<Turned> {
  const told = news.kind === 'case' ? await caseFiled(news.number, scene) : await booked(news.number, scene);
  if (told === null) return { state, says: [] };
  const mine = knownOf(state.with)?.handoff === news.handoff;
  if (news.form === null || !mine) return { state, says: [told] };
  const { dialog, dropped } = without(state.dialog, news.form);
  if (!dropped) return { state: { ...state, dialog }, says: [told] };
  const next = await afterwards(dialog, [told], scene);
  return { state: { ...state, dialog: next.state }, says: next.says };
}

/** The newest form of the name is done; `dropped` when it was open again already. */
function without(dialog: DialogState, form: string): { dialog: DialogState; dropped: boolean } {
  if (dialog.form?.name === form) return { dialog: { ...dialog, form: null, misses: 0 }, dropped: true };
  const last = dialog.suspended.findLastIndex(({ name }) => name === form);
  return {
    dialog: { ...dialog, suspended: dialog.suspended.filter((_open, place) => place !== last) },
    dropped: false,
  };
}

/** Only what is the customer's own is told. */
async function caseFiled(given: string, scene: Scene): Promise<Say | null> {
  const number = asCaseNumber(given);
  const found = number === null ? null : await scene.ledger.cases.find(number);
  if (found?.customer !== scene.customer) return null;
  return say('filedByAgent', promised(found, scene), { card: caseCard(scene.manual, found) });
}

async function booked(given: string, scene: Scene): Promise<Say | null> {
  const number = asBookingNumber(given);
  const booking = number === null ? null : await scene.ledger.bookings.find(number);
  if (booking?.customer !== scene.customer) return null;
  return say('bookedByAgent', {
    number: booking.number,
    kind: scene.manual.slotPlans[booking.kind].names,
    from: booking.slot.start,
    to: booking.slot.end,
    place: placeOf(booking, scene.manual),
  });
}
