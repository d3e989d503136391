import { asBookingNumber } from '../domain/cases/number.ts';
import { LANGUAGES } from '../domain/ids.ts';
import { INTENTS, type Intent } from '../domain/labels.ts';
import { INTENT_NAMES } from '../locales/labels.ts';
import type { Heard } from '../nlu/heard.ts';
import { fold } from './choices.ts';
import { first } from './entities.ts';
import { symptomOf } from './symptoms.ts';
import { HOURS } from './talk.ts';

const BY_NAME: ReadonlyMap<string, Intent> = new Map(
  INTENTS.flatMap((intent) => LANGUAGES.map((language) => [fold(INTENT_NAMES[intent][language]), intent] as const)),
);

/** Wishes that name themselves; looked up in the folded text, and only where understanding is not sure. */
const NAMING: readonly (readonly [Intent, RegExp])[] = [
  ['complaint.file', /投诉|投訴|客訴|complain/u],
  [
    'appointment.book',
    /预约|預約|[约約](个|個|一个|一個|一下)?(师傅|師傅|上门|到府|时间|時間|营业厅|門市|安装|安裝|维修|維修)|book(a|an|me|my)|appointment/u,
  ],
  [
    'fault.report',
    /报修|報修|报障|報障|故障|障礙|report(a|an|the|my)?.{0,20}(fault|problem|outage|issue)|needarepair/u,
  ],
];
const PRICE = /多少钱|多少錢|怎么收费|怎麼收費|什么价|什麼價|howmuch(is|are|does|do)|what(is|['’]?s|are)theprice/u;
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
  ['fault.report', /^(我要|我想|要)?(报修|報修|报障|報障)$|^iwanttoreportafault$/u],
  ['complaint.file', /^(我要|我想|要)(投诉|投訴)$|^iwantto(complain|makeacomplaint|fileacomplaint)$/u],
  ['appointment.book', /^(我要|我想|要)?(预约|預約)$|^iwanttobookanappointment$/u],
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
  if (heard.band === 'act') return heard;
  const number = first(heard, 'caseNumber');
  if (number) {
    const booking = asBookingNumber(number.value) !== null;
    const about = ABOUT.find(([, words]) => words.test(said));
    return sure(heard, about ? about[booking ? 2 : 0] : booking ? 'appointment.status' : 'case.status');
  }
  if (heard.text.length > 60) return heard;
  if (HOURS.test(said) || PRICE.test(said)) return sure(heard, 'consult.general');
  if (ELSE.test(said)) return heard;
  const wish = NAMING.find(([, words]) => words.test(said))?.[0];
  if (wish !== undefined) return sure(heard, wish);
  const likely = heard.band === 'confirm' && heard.ranked[0]?.intent === 'fault.report';
  return likely && symptomOf(heard.text) !== 'other' ? sure(heard, 'fault.report') : heard;
}

function sure(heard: Heard, intent: Intent): Heard {
  return { ...heard, intent, confidence: 1, band: 'act', also: [] };
}
