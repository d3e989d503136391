import type { Intent } from '../domain/labels.ts';
import { INTENT_NAMES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { callOf, FORMS, opens } from './catalogue.ts';
import type { AnyForm } from './form.ts';
import { wishNamed } from './named.ts';
import { notYetFiled } from './pending.ts';
import { callPerson } from './person.ts';
import { putAside } from './putAside.ts';
import type { Scene } from './scene.ts';
import { askAgain, prepend, type Routed } from './settle.ts';
import type { DialogState, FormName, OpenForm } from './state.ts';
import { talkAside } from './talk.ts';
import { follow } from './wishes.ts';
import { tells } from './words.ts';

/** Intents that an utterance inside a form may seem to have while it belongs to the form. */
const OWN: Readonly<Record<FormName, readonly Intent[]>> = {
  fault: ['fault.report', 'security.report'],
  complaint: ['complaint.file', 'fault.report', 'feedback.suggest', 'case.urge', 'security.report'],
  application: ['service.apply', 'service.change', 'service.terminate', 'consult.general'],
  appointment: ['appointment.book', 'fault.report', 'service.apply', 'appointment.change'],
  appointmentChange: ['appointment.change', 'appointment.book'],
  appointmentCancel: ['appointment.cancel'],
  appointmentStatus: ['appointment.status'],
  feedback: ['feedback.praise', 'feedback.suggest'],
  privacy: ['privacy.request', 'service.change', 'case.amend', 'appointment.change'],
  security: ['security.report', 'fault.report', 'complaint.file'],
  callback: ['handoff.request'],
  reach: ['handoff.request'],
  // praise is what it asks for; a complaint is one, save where its own words are asked
  survey: ['feedback.praise', 'feedback.suggest', 'case.status'],
  caseStatus: ['case.status', 'case.urge'],
  caseUrge: ['case.urge', 'case.status', 'complaint.file'],
  caseAmend: ['case.amend', 'fault.report', 'complaint.file'],
  caseWithdraw: ['case.withdraw', 'appointment.cancel', 'service.terminate'],
  link: ['case.status', 'consult.account'],
};

const SMALL: ReadonlySet<Intent> = new Set<Intent>([
  'greet',
  'thanks',
  'goodbye',
  'help',
  'consult.general',
  'consult.account',
]);
/** Longest small talk taken as such where a phrase is asked for, in UTF-16 units. */
const SMALL_LIMIT = 12;

/** What to withdraw or cancel means while the thing itself is still being filled in. */
const GIVING_UP: Partial<Record<FormName, Intent>> = {
  appointment: 'appointment.cancel',
  complaint: 'case.withdraw',
  fault: 'case.withdraw',
  application: 'case.withdraw',
  feedback: 'case.withdraw',
};
export function givesUp(heard: Heard, open: FormName): boolean {
  return heard.band === 'act' && GIVING_UP[open] === heard.intent && heard.text.length <= 30 && noFacts(heard);
}

const INSTEAD =
  /^(那|那就|唉|哎|还是|還是|等等|不好意思)?[，,\s]*(算了|先?不(用|要|装|裝|办|辦|报|報|修|约|約|弄|改|投诉|投訴|预约|預約|报修|報修)了)|^(never ?mind|forget (it|that)|scrap that|drop (it|that))\b/i;
/** "Forget it, I want to …": what was open is given up for the new wish, not put aside. The words of the wish; null: not so. */
function instead(text: string): string | null {
  const parts = text
    .trim()
    .slice(0, 2000)
    .split(/(?<=[，,。.;；!！])/u);
  const from = parts.findIndex((part) => !INSTEAD.test(part.trim()));
  return from > 0 ? parts.slice(from).join('').trim() : INSTEAD.test(text.trim()) ? text : null;
}

function opensAnother(intent: Intent, open: FormName): boolean {
  const call = callOf(intent);
  return call.kind === 'person' ? open !== 'callback' && open !== 'reach' : call.kind === 'form' && call.form !== open;
}

/** Another wish in the middle of a form; only a sure one, in place of a telling only a short question, never one that brings an answer. */
export function wishAside(heard: Heard, open: FormName, free: 'words' | 'story' | null): Intent | null {
  const pressed = wishNamed(heard.text);
  if (pressed !== null && opensAnother(pressed, open)) return pressed;
  if (heard.band !== 'act' || OWN[open].includes(heard.intent) || !noFacts(heard)) return null;
  if (free === 'story') return isSideQuestion(heard) ? heard.intent : null;
  if (opens(heard.intent)) return heard.intent;
  if (heard.intent === 'consult.general' || heard.intent === 'consult.account') return heard.intent;
  const short = heard.text.length <= SMALL_LIMIT * (heard.language === 'en' ? 2 : 1);
  // "this morning" is an answer, whatever "good morning" is
  const bare = heard.entities.every((e) => e.type === 'service' || e.type === 'device');
  return free === 'words' && short && bare && SMALL.has(heard.intent) ? heard.intent : null;
}

/** How another matter begins. */
const BESIDES =
  /^(对了|對了|另外|还有|還有|顺便|順便|再有|仲有|(oh )?by the way|btw|also|and also|oh and|another thing|one more thing)/iu;
/** Forms that take one matter each; a complaint goes on instead. */
const ONE_MATTER: ReadonlySet<FormName> = new Set<FormName>(['fault', 'appointment', 'application']);

/** A second matter of the kind that is being filled in waits for its turn; null when the message is about the first. */
export async function besides(state: DialogState, open: OpenForm, scene: Scene): Promise<Routed | null> {
  const { heard } = scene;
  const { intent } = heard;
  const call = callOf(intent);
  const another = heard.band === 'act' && call.kind === 'form' && call.form === open.name;
  if (!another || !ONE_MATTER.has(open.name) || !BESIDES.test(heard.text.trim()) || !tells(heard.text)) return null;
  const wishes = [...state.wishes, { intent, text: heard.text.slice(0, 500) }].slice(-3);
  const again = await askAgain({ ...state, misses: 0, wishes }, open, scene);
  return prepend([say('alsoLater', { intent: INTENT_NAMES[intent] })], again);
}

/** What may be asked before a telling has begun; anything longer is taken for the telling itself. */
const SIDE_QUESTIONS: ReadonlySet<Intent> = new Set<Intent>([
  'consult.general',
  'consult.account',
  'appointment.status',
  'case.status',
  'greet',
  'thanks',
]);
/** In UTF-16 units. */
const SIDE_LIMIT = 18;
function isSideQuestion(heard: Heard): boolean {
  const limit = SIDE_LIMIT * (heard.language === 'en' ? 2.5 : 1);
  return SIDE_QUESTIONS.has(heard.intent) && heard.text.length <= limit;
}

/** Wishes that are no answer to anything, when they sound like it: "the complaint" withdraws nothing. */
const NEVER_ANSWERS: Partial<Record<Intent, RegExp>> = {
  'privacy.request':
    /信息|资料|資料|个资|個資|隐私|隱私|数据|數據|授权|授權|同意|data|information|privacy|consent|about me|on me/i,
  'appointment.status':
    /预约|預約|约|約|师傅|師傅|上门|到府|几点|幾點|什么时候|什麼時候|来|來|appointment|visit|technician|engineer|when|coming|booking/i,
  'appointment.cancel': /取消|不要|不用|不约|不約|退|cancel|don.?t|drop|call off|no longer/i,
  'case.withdraw': /撤|取消|不.{0,6}了|算了|cancel|withdraw|drop|take.{0,12}back|don.?t|no longer/i,
};
/** Whether a wish goes before reading: in free words always, among choices when it cannot be one. */
export function goesFirst(wish: Intent, text: string, free: 'words' | 'story' | null): boolean {
  return free !== null || NEVER_ANSWERS[wish]?.test(text) === true || wishNamed(text) !== null;
}

/** Small talk that answers nothing; looked for after the form has read the utterance. */
export function smallTalk(heard: Heard): Intent | null {
  const likely = heard.ranked[0]?.intent;
  const question = heard.band !== 'act' && /[?？吗嗎]\s*$/u.test(heard.text);
  if (question && (likely === 'consult.general' || likely === 'consult.account')) return likely;
  return heard.band === 'act' && SMALL.has(heard.intent) ? heard.intent : null;
}

function noFacts(heard: Heard): boolean {
  return !heard.entities.some((e) => e.type === 'phone' || e.type === 'address');
}

/** Answers a side question and returns to the open one, or puts the form aside for another one. */
export async function digress(state: DialogState, open: OpenForm, intent: Intent, scene: Scene): Promise<Routed> {
  const calm = { ...state, misses: 0 };
  const form: AnyForm = FORMS[open.name];
  const pending = await notYetFiled(open, intent, scene);
  if (pending) return prepend([pending], await askAgain(calm, open, scene));
  const call = callOf(intent);
  const wish = instead(scene.heard.text);
  if (call.kind === 'form' && call.form !== open.name && wish !== null) {
    const next = await follow({ ...state, form: null }, intent, scene.understand(wish), scene);
    return prepend([say('dropped', { form: form.title, more: true })], next);
  }
  if (call.kind === 'form' && call.form !== open.name)
    return follow({ ...state, form: null, suspended: await putAside(state, open, scene) }, intent, scene.heard, scene);
  if (call.kind === 'person') return callPerson(state, 'asked', scene);
  if (intent === 'goodbye') return { state: calm, says: [say('goodbyeForNow', { form: form.title })] };
  return prepend(await talkAside(intent, scene), await askAgain(calm, open, scene));
}
