import type { Scene } from '../../dialogs/scene.ts';
import { places } from '../../domain/desk/queue.ts';
import { WAITING } from '../../locales/labels.ts';
import { type Choice, type Say, say } from '../../locales/messages.ts';
import { status } from '../replies.ts';
import type { ConversationState } from '../state.ts';
import { openHandoff, type Queueing } from '../with.ts';
import type { Turned } from '../world.ts';

export type PlaceNow = NonNullable<Queueing['place']>;

const CHOICES: readonly Choice[] = [
  { value: 'callback', label: WAITING.callback },
  { value: 'leave', label: WAITING.leave },
];

/** The desk's news of where the customer stands: always for the page, in words when it is the first, or turned long. */
export function placed(state: ConversationState, queue: Queueing, place: PlaceNow, scene: Scene): Turned {
  const worth = queue.place === null || (isLong(place, scene) && !isLong(queue.place, scene));
  return {
    state: { ...state, with: { ...queue, place } },
    says: [status(queue.handoff, { state: 'waiting', ...place }), ...(worth ? [tellPlace(place, scene)] : [])],
  };
}

/** An answer to "how long": from the desk's last news, else from the ledger. */
export async function askedHowLong(queue: Queueing, scene: Scene): Promise<Say> {
  const place = queue.place ?? (await placeInLedger(queue, scene));
  return place ? tellPlace(place, scene) : say('stillSought');
}

/** A long wait is told with a call-back beside it; nobody has to wait (manual section 8). */
function tellPlace({ position, waitSeconds }: PlaceNow, scene: Scene): Say {
  const long = isLong({ position, waitSeconds }, scene);
  const minutes = waitSeconds === null ? null : Math.max(1, Math.ceil(waitSeconds / 60));
  return say('handoffPlace', { position, minutes, long }, long ? { choices: CHOICES } : {});
}

/** Longer than the manual's limit, or nobody at the desk. */
function isLong({ waitSeconds }: PlaceNow, { manual }: Scene): boolean {
  return waitSeconds === null || waitSeconds > manual.handoff.longWaitMinutes * 60;
}

async function placeInLedger(queue: Queueing, { ledger, manual, now }: Scene): Promise<PlaceNow | null> {
  const [open, staff] = await Promise.all([ledger.handoffs.open(), ledger.staff.list()]);
  return places(open, staff, manual.handoff.handlingMinutes * 60_000, now).get(openHandoff(queue)) ?? null;
}
