import { asBookingNumber } from '../domain/cases/number.ts';
import { LANGUAGES } from '../domain/ids.ts';
import { INTENTS, type Intent } from '../domain/labels.ts';
import { INTENT_NAMES } from '../locales/labels.ts';
import type { Heard } from '../nlu/heard.ts';
import { fold } from './choices.ts';
import { remedyIn } from './complaintWords.ts';
import { first } from './entities.ts';
import { asksHowLong } from './howLong.ts';
import { moodOf } from './mood.ts';
import { symptomOf } from './symptoms.ts';
import { asksBranches, HOURS } from './talk.ts';
import { tells } from './words.ts';

const BY_NAME: ReadonlyMap<string, Intent> = new Map(
  INTENTS.flatMap((intent) => LANGUAGES.map((language) => [fold(INTENT_NAMES[intent][language]), intent] as const)),
);

/** Wishes that name themselves; looked up in the folded text, and only where understanding is not sure. */
const NAMING: readonly (readonly [Intent, RegExp])[] = [
  ['complaint.file', /投诉|投訴|客訴|complain/u],
  [
    'appointment.book',
    /预约|預約|[约約](个|個|一个|一個|一下)?(师傅|師傅|上门|到府|时间|時間|营业厅|門市|安装|安裝|维修|維修)|(去|到|跑)(一趟)?(你们|你們)?(营业厅|營業廳|門市|门市|门店|門店)|book(a|an|me|my)|appointment|(come|go)(in)?to(a|the|your)(branch|store|shop)|visit(a|the|your)(branch|store|shop)/u,
  ],
  [
    'fault.report',
    /报修|報修|报障|報障|故障|障礙|(坏|壞)(了|掉|咗)|不能用|用不了|没反应|沒反應|report(a|an|the|my)?.{0,20}(fault|problem|outage|issue)|needarepair/u,
  ],
];
/** What the model takes for an order of something new. */
const ADDING_PLAINLY =
  /^(hi|hello|please|i(['’]?d|would)?(want|like|need)to|can(i)|let(me)|andi|also|just)*addsomething(?!new)/u;
/** Looked for before `ELSE`. */
const ADDING =
  /(我|还|還)?(要|想|再)?(补充|補充)(一点|一點|一下|几句|幾句|说明|說明|[：:])|(want|like|need)toadd|(can|could|may)i(also)?add|addsomething|onemorethingtoadd|addtomy(case|complaint|report)/u;
/** With a time: a call-back is to be booked. */
const CALL_ME =
  /(给|給)我(打|回)(个|個)?(电话|電話)|打(给|給)我|回(个|個)?(电话|電話)(给|給)我|callmeback|callme(at|on|tomorrow|later|in|this|after)/u;
/** Asks after something registered, with impatience; also before `ELSE`. */
const CHASING =
  /(怎么|怎麼|为什么|為什麼|为啥|点解|點解)(还|還|仲)(没|沒|不|未|冇)(有人)?(好|修|来|來|到|处理|處理|解决|解決|回|联系|聯|动静|動靜|消息)|(还|還|仲)(没|沒|未)(修好|处理好|處理好|解决|解決|搞掂|整好)|still(waiting|notfixed|nothing|noanswer|noreply)|whyisit(still|taking)/u;
/** Asks whether it is done. */
const DONE_YET =
  /^(我的?|那个|那個|请问|請問|你们|你們)*(投诉|投訴|报修|報修|故障|网络|網路|宽带|寬頻)?(搞掂|搞定|修好|整好|处理好|處理好|解决|解決|弄好|办好|辦好)(了|咗|喇)?(未|没|沒|没有|沒有|吗|嗎|冇)[呀啊]?$|^(is|has)(it|this|that|my)(been)?.{0,12}(fixed|solved|done|resolved|repaired)(yet)?$/u;
const PRICE =
  /(套餐|方案|资费|資費|合约|合約).{0,8}(多少|有什么|有什麼|有哪些|包含|包括|介绍|介紹)|多少钱|多少錢|怎么收费|怎麼收費|什么价|什麼價|howmuch(is|are|does|do)|what(is|['’]?s|are)theprice/u;
/** Beside the number of a case nothing of this is meant. */
const NO_CASE: ReadonlySet<Intent> = new Set<Intent>([
  'consult.general',
  'consult.account',
  'out-of-scope',
  'greet',
  'help',
  'affirm',
]);
/** Words with which the same names mean a case or booking that is already there, or the contrary. */
const ELSE =
  /不想|不要|不用|别|別|取消|撤|查|进度|進度|催|改|怎么样|怎麼樣|什么时候|什麼時候|结果|結果|cancel|withdraw|status|progress|how|when|what|chang|move|resched|don['’]?t/u;

const ABOUT: readonly (readonly [Intent, RegExp, Intent])[] = [
  ['case.withdraw', /取消|撤|cancel|withdraw/u, 'appointment.cancel'],
  ['case.urge', /催|快点|快點|尽快|盡快|hurry|faster|urg/u, 'appointment.status'],
  ['case.amend', /补充|補充|更新|add/u, 'appointment.status'],
  ['case.amend', /改|move|chang|resched/u, 'appointment.change'],
];

/** A wish and nothing else, in folded text. */
const BARE: readonly (readonly [Intent, RegExp])[] = [
  ['fault.report', /^(我要|我想|要)?(报修|報修|报障|報障)[啊呀吧呢啦]?$|^iwanttoreportafault$/u],
  ['complaint.file', /^(我要|我想|要)(投诉|投訴)[啊呀吧呢啦]?$|^iwantto(complain|makeacomplaint|fileacomplaint)$/u],
  ['appointment.book', /^(我要|我想|要)?(预约|預約)[啊呀吧呢啦]?$|^iwanttobookanappointment$/u],
];

/** The wish whose quick reply says exactly this, or that says nothing but its name. */
export function wishNamed(text: string): Intent | null {
  if (text.length > 60) return null;
  const said = fold(text);
  return BY_NAME.get(said) ?? BARE.find(([, words]) => words.test(said))?.[0] ?? null;
}

/** A wish spelled exactly as on its quick reply needs no model; one that names itself, or a number, decides where the model wavers. */
export function named(heard: Heard): Heard {
  const said = fold(heard.text.slice(0, 200));
  const exact = wishNamed(heard.text);
  if (exact !== null) return sure(heard, exact);
  if (ADDING_PLAINLY.test(said)) return sure(heard, 'case.amend');
  const number = first(heard, 'caseNumber');
  if (heard.band === 'act' && !(number && NO_CASE.has(heard.intent))) return heard;
  if (number) {
    const booking = asBookingNumber(number.value) !== null;
    const about = ABOUT.find(([, words]) => words.test(said));
    return sure(heard, about ? about[booking ? 2 : 0] : booking ? 'appointment.status' : 'case.status');
  }
  if (tellsFault(heard)) return { ...sure(heard, 'fault.report'), also: heard.also };
  if (heard.text.length > 60) return heard;
  if (ADDING.test(said)) return sure(heard, 'case.amend');
  if (CALL_ME.test(said) && heard.entities.some(({ type }) => type === 'time')) return sure(heard, 'appointment.book');
  if (CHASING.test(said)) return sure(heard, 'case.urge');
  if (DONE_YET.test(said)) return sure(heard, 'case.status');
  if (asksHowLong(heard.text)) return sure(heard, 'case.status');
  if (HOURS.test(said) || PRICE.test(said) || asksBranches(heard.text)) return sure(heard, 'consult.general');
  if (ELSE.test(said)) return heard;
  const wish = NAMING.find(([, words]) => words.test(said))?.[0];
  return wish === undefined ? heard : sure(heard, wish);
}

/** So short that it can only be a cry: "slow", "没网". */
const CRY = 4;
/** A symptom told without anger or demands is a fault, also where the model wavers between that and a complaint. */
function tellsFault(heard: Heard): boolean {
  const { text, band } = heard;
  if (symptomOf(text) === 'other' || remedyIn(text) !== null || moodOf(text) !== 'calm') return false;
  const [first, second] = heard.ranked.map(({ intent }) => intent);
  if (text.trim().length <= CRY) return first?.startsWith('service.') !== true;
  if (ELSE.test(fold(text.slice(0, 200))) && text.length <= 60) return false;
  if (first === 'fault.report') return band === 'confirm' || tells(text);
  return first === 'complaint.file' && second === 'fault.report' && band === 'unknown';
}

function sure(heard: Heard, intent: Intent): Heard {
  return { ...heard, intent, confidence: 1, band: 'act', also: [] };
}
