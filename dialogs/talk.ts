import type { HandoffReason } from '../domain/desk/handoff.ts';
import type { Names } from '../domain/ids.ts';
import type { Intent } from '../domain/labels.ts';
import type { Manual } from '../domain/manual/schema.ts';
import { INTENT_NAMES } from '../locales/labels.ts';
import { type Choice, type Say, say } from '../locales/messages.ts';
import { branchLabel } from './branchLabel.ts';
import { fold } from './choices.ts';
import { deskNow } from './deskNow.ts';
import type { Scene } from './scene.ts';
import type { Offer } from './state.ts';

const MENU_INTENTS: readonly Intent[] = [
  'fault.report',
  'appointment.book',
  'complaint.file',
  'case.status',
  'service.apply',
  'handoff.request',
];

/** The main wishes as quick replies. */
export const MENU: readonly Choice[] = MENU_INTENTS.map((intent) => ({ value: intent, label: INTENT_NAMES[intent] }));
export const PERSON: Choice = { value: 'handoff.request', label: INTENT_NAMES['handoff.request'] };

/** In folded text. */
export const HOURS =
  /几点|幾點|营业时间|營業時間|上班时间|上班時間|服务时间|服務時間|开门|開門|下班|openinghours|officehours|businesshours|workinghours|(when|whattime)do(es)?(you|your|the).{0,20}(open|close)|whattimedoyou|areyouopen/u;

/** In folded text. */
const BRANCH = /营业厅|營業廳|门店|門店|门市|門市|柜台|櫃檯|店里|店裡|你们店|你們店|branch|store|shop/u;

/** In folded text. */
const WHERE =
  /最近|附近|就近|哪里|哪裡|哪儿|哪兒|在哪|有哪些|有几家|有幾家|边度|邊度|地址|nearest|closest|nearme|nearby|where|whichbranch|address/u;
/** Whether somebody asks which branches there are, or for the nearest. */
export function asksBranches(text: string): boolean {
  const said = fold(text.slice(0, 200));
  return text.length <= 60 && BRANCH.test(said) && WHERE.test(said);
}

/** Answers that need no form. Facts come from the manual only: what it does not hold is not answered (manual section 9). */
export async function talk(intent: Intent, scene: Scene): Promise<readonly Say[]> {
  switch (intent) {
    case 'greet':
      return [say('greeting', { aside: false }, { choices: MENU })];
    case 'thanks':
      return [say('youAreWelcome')];
    case 'goodbye':
      return [say('goodbye')];
    case 'help':
      return [say('help', {}, { choices: MENU })];
    case 'consult.general':
      return [await consulted(scene)];
    case 'consult.account':
      return [say('cannotSeeAccount', { hotline: scene.manual.operator.hotline }, { choices: [PERSON] })];
    default:
      return [say('outOfScope', {}, { choices: MENU })];
  }
}

/** In folded text. */
const MATERIALS =
  /(什么|什麼|哪些|啥|咩).{0,4}(材料|证件|證件|文件|资料|資料|手续|手續)|(材料|证件|證件|手续|手續).{0,6}(什么|什麼|哪些|啥)|what.{0,10}(documents|papers|material)|whatdoineedtobring/u;
const REQUESTS: readonly (readonly [keyof Manual['materials'], RegExp])[] = [
  ['terminate', /退|销户|銷戶|注销|註銷|停用|terminate|cancel|closemy/u],
  ['change', /改|变更|變更|过户|過戶|移机|移機|搬|换|換|change|move|transfer/u],
  ['apply', /办|辦|开通|開通|开户|開戶|装|裝|申请|申請|apply|install|new|open/u],
];

async function consulted(scene: Scene): Promise<Say> {
  const said = fold(scene.heard.text.slice(0, 200));
  if (HOURS.test(said)) return hours(scene);
  if (asksBranches(scene.heard.text)) return say('branches', { list: scene.manual.branches.map(branchLabel) });
  if (MATERIALS.test(said)) {
    const request = REQUESTS.find(([, words]) => words.test(said))?.[0] ?? (await appliedFor(scene));
    if (request) return say('materials', { list: scene.manual.materials[request].list });
  }
  return say('cannotAnswer', { aside: false }, { choices: [PERSON] });
}

/** What the customer has applied for, so that "what do I need?" is about it. */
async function appliedFor({ ledger, customer }: Scene): Promise<keyof Manual['materials'] | null> {
  const own = await ledger.cases.ofCustomer(customer, 'open');
  const category = own.find(({ kind }) => kind === 'application')?.category;
  return REQUESTS.find(([request]) => request === category)?.[0] ?? null;
}

/** What a yes to "shall a colleague help?" does. */
export function personOffer(text: string, reason: HandoffReason): Offer {
  return { kind: 'intent', intent: 'handoff.request', text: text.slice(0, 500), reason };
}

/** The same beside an open form: no question and no quick replies of its own, since the form's question follows. */
export async function talkAside(intent: Intent, scene: Scene): Promise<readonly Say[]> {
  return (await talk(intent, scene)).map(({ choices: _choices, ...reply }): Say => {
    if (reply.name === 'greeting') return say('greeting', { aside: true });
    return reply.name === 'cannotAnswer' ? say('cannotAnswer', { aside: true }) : (reply as Say);
  });
}

/** By the hours in force, so that they say the same as a customer hears who asks for a person. */
async function hours(scene: Scene): Promise<Say> {
  if (BRANCH.test(fold(scene.heard.text.slice(0, 200))))
    return say('branchHours', { hours: hoursText(scene.manual.hours.branches) });
  const desk = await deskNow(scene);
  return say('openingHours', {
    open: desk.open,
    hours: hoursText(desk.hours),
    hotline: scene.manual.operator.hotline,
  });
}

function hoursText({ workingDays, otherDays }: Manual['hours']['desk']): Names {
  const list = (windows: readonly (readonly [string, string])[], none: string) =>
    windows.length === 0 ? none : windows.map(([from, to]) => `${from}–${to}`).join(', ');
  return {
    'zh-Hans': `工作日 ${list(workingDays, '休息')}，休息日和节假日 ${list(otherDays, '休息')}`,
    'zh-Hant': `工作日 ${list(workingDays, '休息')}，假日 ${list(otherDays, '休息')}`,
    en: `working days ${list(workingDays, 'closed')}, weekends and holidays ${list(otherDays, 'closed')}`,
  };
}
