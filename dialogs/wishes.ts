import type { Intent } from '../domain/labels.ts';
import { say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { callOf, FORMS } from './catalogue.ts';
import * as engine from './engine.ts';
import { first } from './entities.ts';
import type { Json } from './form.ts';
import { asksHowLong } from './howLong.ts';
import { missed } from './missed.ts';
import { callPerson } from './person.ts';
import type { Scene } from './scene.ts';
import { afterwards, type Routed, settle } from './settle.ts';
import type { DialogState, FormName } from './state.ts';
import { MENU, personOffer, talk } from './talk.ts';

/** Does what an intent calls for while nothing is open. */
export async function follow(state: DialogState, named: Intent, heard: Heard, scene: Scene): Promise<Routed> {
  const intent = await aboutOwn(named, heard, scene);
  const call = callOf(intent);
  const calm = { ...state, misses: 0 };
  const wishes = [...state.wishes, ...wishesIn(heard, intent)].slice(0, 3);
  if (call.kind === 'form') return start({ ...calm, wishes }, call.form, call.known ?? {}, heard, scene);
  if (call.kind === 'person') return callPerson({ ...calm, wishes }, 'asked', scene, heard.text);
  if (call.kind === 'control') return { state: calm, says: [say('nothingToConfirm', {}, { choices: MENU })] };
  const says = await talk(intent, { ...scene, heard });
  if (intent === 'out-of-scope') {
    const misses = state.misses + 1;
    return misses >= scene.manual.conduct.misunderstandings
      ? missed(state, scene)
      : { state: { ...state, misses }, says };
  }
  const done = await afterwards({ ...calm, wishes }, says, scene);
  const asks = says.some((reply) => reply.name === 'cannotAnswer' || reply.name === 'cannotSeeAccount');
  return asks && done.state.form === null && done.state.offer === null
    ? { ...done, state: { ...done.state, offer: personOffer(heard.text, 'asked') } }
    : done;
}

/** "How long does that take?" is about what was registered, where something was, and a general question where nothing was. */
async function aboutOwn(intent: Intent, heard: Heard, { ledger, customer }: Scene): Promise<Intent> {
  const asked = intent === 'consult.general' || intent === 'case.status' || intent === 'appointment.book';
  if (!asked || !asksHowLong(heard.text) || first(heard, 'caseNumber') || first(heard, 'time')) return intent;
  const own = await ledger.cases.ofCustomer(customer, 'open');
  if (own.length > 0) return 'case.status';
  return intent === 'case.status' ? 'consult.general' : intent;
}

export async function start(
  state: DialogState,
  name: FormName,
  known: Record<string, Json>,
  heard: Heard,
  scene: Scene,
): Promise<Routed> {
  return settle(state, await engine.begin(FORMS[name], heard, { ...scene, heard }, known), scene);
}

/** What belongs to the main wish itself: the form under way takes it, so that it is not offered again. */
const SAME_MATTER: Partial<Record<Intent, readonly Intent[]>> = {
  'appointment.book': ['fault.report', 'service.apply', 'appointment.change'],
  'fault.report': ['appointment.book', 'security.report'],
  'complaint.file': ['fault.report', 'case.urge', 'case.status', 'feedback.suggest', 'security.report'],
  'service.apply': ['service.change', 'appointment.book'],
  'service.change': ['service.apply'],
  'case.urge': ['case.status'],
  'case.status': ['case.urge'],
};

/** Second wishes of an utterance that are worth their own offer afterwards. */
function wishesIn(heard: Heard, main: Intent): { intent: Intent; text: string }[] {
  // adding to a case is how any particulars sound; a person is one message away anyway
  const own: readonly Intent[] = [main, 'case.amend', 'handoff.request', ...(SAME_MATTER[main] ?? [])];
  return heard.also
    .filter((intent) => !own.includes(intent) && callOf(intent).kind === 'form')
    .map((intent) => ({ intent, text: heard.text.slice(0, 500) }));
}
