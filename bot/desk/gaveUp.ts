import { fileCallback, knownFor, promised } from '../../dialogs/callback.ts';
import { deskNow } from '../../dialogs/deskNow.ts';
import { caseCard } from '../../dialogs/file.ts';
import { contactFacts } from '../../dialogs/questions/contact.ts';
import type { Circumstances, Scene } from '../../dialogs/scene.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { Handoff } from '../../domain/desk/handoff.ts';
import { type Say, say } from '../../locales/messages.ts';
import { status } from '../replies.ts';
import type { ConversationState } from '../state.ts';
import { after, type Turned } from '../world.ts';
import type { Then } from './owner.ts';
import { begin, goOn, later, takeUpNext } from './resume.ts';

/**
 * Nobody came in time: the call-back is registered at once, so that the customer has an owner and a clock whether they write
 * again or not. Whom we cannot call is reached in the conversation, and asked for a number that is added to it.
 */
export async function gaveUp(state: ConversationState, handoff: Handoff, scene: Scene, then: Then): Promise<Turned> {
  const { dialog } = state;
  const { words, gathered, ...given } = knownFor(handoff.briefing.words, dialog.suspended.at(-1) ?? null);
  const facts = await contactFacts(scene);
  const contact = facts.consented ? facts.known : null;
  const filed = await fileCallback({ words, gathered }, contact, scene, handoff.id);
  const told = [status(handoff.id, { state: 'failed' }), ...(await sorry(filed, scene))];
  const about = { filed: filed.number, ...given };
  if (then === 'wait') return { state: contact ? state : takeUpNext(state, later('reach', about, scene)), says: told };
  const next = contact ? await goOn(dialog, scene) : await begin(dialog, 'reach', about, scene);
  return after(told, { state: { ...state, dialog: next.state }, says: next.says });
}

/** Why nobody came, as it is by now, and the number of the call-back. */
async function sorry(filed: Case, scene: Scene): Promise<readonly Say[]> {
  const { open, back } = await deskNow(scene);
  const card = caseCard(scene.manual, filed);
  if (open) return [say('nobodyCame', promised(filed, scene), { card })];
  return [say('deskClosed', { back }), say('callbackTaken', promised(filed, scene), { card })];
}

/** The same where nobody is told any more: the conversation has expired, or somebody else writes in it by now. */
export async function gaveUpUnheard(
  handoff: Handoff,
  world: Pick<Circumstances, 'ledger' | 'manual' | 'now' | 'zone'>,
) {
  const { id, conversation, customer, channel, language, briefing } = handoff;
  const there: Circumstances = { ...world, conversation, customer, channel, language };
  const { form, answers, words } = briefing;
  const gathered = form === null ? undefined : JSON.stringify({ form, answers }).slice(0, 8000);
  const facts = await contactFacts(there);
  await fileCallback({ words, gathered }, facts.consented ? facts.known : null, there, id);
}
