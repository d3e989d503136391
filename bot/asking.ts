import { keyOf, type Scene } from '../dialogs/scene.ts';
import type { DialogState } from '../dialogs/state.ts';
import { asCaseNumber } from '../domain/cases/number.ts';
import { waitingSince } from '../domain/cases/waiting.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Say } from '../locales/messages.ts';
import { begin, later } from './desk/resume.ts';
import type { ConversationState } from './state.ts';
import type { Turned } from './world.ts';

/** The form that adds to a case: what is told in it is the answer. */
const ANSWERED_IN = 'caseAmend';

/**
 * Staff ask the customer for something: the next words are the answer. While something else is under way it is asked for
 * after that; to a person who is there it is told in the conversation.
 */
export async function askFor(
  state: ConversationState,
  number: string,
  notice: readonly Say[],
  scene: Scene,
): Promise<Turned> {
  const { dialog } = state;
  if (state.with.kind !== 'bot') return { state, says: notice };
  const about = { case: number };
  if (dialog.form || dialog.offer) {
    const suspended = [later(ANSWERED_IN, about, scene), ...dialog.suspended].slice(-3);
    return { state: { ...state, dialog: { ...dialog, suspended } }, says: notice };
  }
  const asked = await begin(dialog, ANSWERED_IN, about, scene);
  return { state: { ...state, dialog: asked.state }, says: [...notice, ...asked.says] };
}

/** The customer told what a case waits for: its clocks go on from these words on, though they are still read back for a yes. */
export async function heardAnswer(before: DialogState, after: DialogState, scene: Scene): Promise<void> {
  const { form } = after;
  if (form?.name !== ANSWERED_IN || form.answers.what === undefined) return;
  const same = before.form?.instance === form.instance && before.form.answers.what === form.answers.what;
  const number = typeof form.answers.case === 'string' ? asCaseNumber(form.answers.case) : null;
  if (!same && number !== null) await goOn([number], scene);
}

/** The customer said something to a person: whatever they were asked for is answered. */
export async function answeredPerson(scene: Scene): Promise<void> {
  const open = await scene.ledger.cases.ofCustomer(scene.customer, 'open');
  const waiting = open.filter((each) => waitingSince(each) !== null).map(({ number }) => number);
  await goOn(waiting, scene);
}

async function goOn(numbers: readonly CaseNumber[], scene: Scene): Promise<void> {
  const { ledger, customer, message, now } = scene;
  for (const number of numbers) {
    const found = await ledger.cases.find(number);
    if (found?.customer !== customer) continue;
    const key = keyOf(scene, message, `resume/${number}`);
    // one that does not wait is left as it is
    await ledger.cases.resume(number, { by: 'customer' }, key, now);
  }
}
