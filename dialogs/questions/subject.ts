import type { Booking } from '../../domain/appointments/booking.ts';
import type { Case } from '../../domain/cases/case.ts';
import { asBookingNumber, asCaseNumber } from '../../domain/cases/number.ts';
import { slotLabel } from '../../locales/format.ts';
import { FIELDS, NO_NUMBER } from '../../locales/labels.ts';
import { type Choice, say } from '../../locales/messages.ts';
import type { Heard } from '../../nlu/heard.ts';
import { first, futureTimes } from '../entities.ts';
import { isUnsure } from '../evasion.ts';
import { problem, type Question, read } from '../form.ts';
import { keyOf, type Scene } from '../scene.ts';
import { mentions } from '../words.ts';
import { plainYesNo } from '../yesNo.ts';

/** Wrong proofs a conversation may give before ownership questions are closed to it. */
export const PROOF_LIMIT = 3;

/** Wrong proofs for one case within `LOCK_MS`, from whatever conversations, before it is closed to proofs. */
const CASE_PROOF_LIMIT = 5;
const LOCK_MS = 24 * 60 * 60 * 1000;

/** What a form about an existing case knows: the customer's own ones, and the one a number names. */
export interface CaseFacts {
  /** Open ones, newest first. */
  readonly own: readonly Case[];
  /** The case of the number given: null when there is none. */
  readonly found: Case | null;
  /** Whether the found one is the customer's own, open or not. */
  readonly mine: boolean;
  /** Too many wrong proofs were given for it lately. */
  readonly locked: boolean;
}

/** Answer of a customer who has no case number. */
export const NO_CASE = 'none';

/** Reads the cases concerned; a wrong proof is written into the case's history, where all conversations count. */
export async function caseFacts(
  given: { case?: string | undefined; proof?: string | undefined },
  scene: Scene,
  instance: string,
): Promise<CaseFacts> {
  const own = await scene.ledger.cases.ofCustomer(scene.customer, 'open');
  const parsed = given.case === undefined ? null : asCaseNumber(given.case);
  const found = parsed === null ? null : await scene.ledger.cases.find(parsed);
  const locked = found !== null && wrongProofs(found, scene.now) >= CASE_PROOF_LIMIT;
  const mine = found?.customer === scene.customer;
  if (found !== null && !locked && !mine && given.proof !== undefined && !provesCase(found, given.proof)) {
    const entry = { by: 'customer', what: 'proof-failed', detail: null, note: null } as const;
    const key = keyOf(scene, instance, `proof/${scene.message}`);
    await scene.ledger.cases.note(found.number, entry, key, scene.now);
  }
  return { own, found, mine, locked };
}

function wrongProofs(found: Case, now: number): number {
  return found.history.filter(({ what, at }) => what === 'proof-failed' && at > now - LOCK_MS).length;
}

interface WithCase {
  case?: string | undefined;
}

/** Which case: named by number, the only one, or chosen. A number with a slip is said so, an unknown one too. */
export function caseQuestion<A extends WithCase, F extends CaseFacts>(): Question<A, string, F> {
  return {
    label: FIELDS.case,
    ask: (_answers, facts) => (facts.own.length > 0 ? say('whichCase') : say('askCaseNumber')),
    choices: (_answers, facts, scene) =>
      facts.own.length > 0
        ? facts.own.slice(0, 5).map((c) => caseChoice(c, scene))
        : [{ value: NO_CASE, label: NO_NUMBER }],
    read: (heard, manner, _answers, facts) => {
      const number = first(heard, 'caseNumber');
      if (number && asCaseNumber(number.value))
        return number.valid ? read(number.value) : problem(say('caseNumberMistyped'));
      const only = facts.own[0];
      if (only && facts.own.length === 1 && manner !== 'asked') return read(only.number);
      if (manner === 'asked' && !only && !number && hasNone(heard)) return read(NO_CASE);
      const meant = only && !number ? caseMeant(heard.text, facts.own) : null;
      if (meant) return read(meant.number);
      return number && !number.valid ? problem(say('caseNumberMistyped')) : undefined;
    },
    show: (value) => value,
  };
}

const NONE_AT_HAND =
  /没(有)?(编号|单号|号码|记|保存|存)|沒(有)?(編號|單號|號碼|記|保存|存)|(编号|编号|單號|编號|編號|单号).{0,6}(不见|不見|忘|找不到|丢)|冇(编号|編號|number)?$|(don.?t|do not) have (a |one|it|the |any)|no number|lost it|can.?t find/;
/** Asked for a number where nothing is on record: none at hand, in words. */
function hasNone(heard: Heard): boolean {
  return plainYesNo(heard) === 'no' || isUnsure(heard.text) || mentions(heard.text, NONE_AT_HAND);
}

const KINDS: readonly (readonly [Case['kind'], RegExp])[] = [
  ['complaint', /投诉|投訴|客訴|complain/],
  ['fault', /报修|報修|故障|维修|維修|fault|repair/],
  ['application', /办理|辦理|申请|申請|application|request/],
  ['feedback', /建议|建議|表扬|表揚|反馈|feedback|suggest|praise/],
  ['callback', /回电|回電|人工|call.?back/],
];

const PLACES: readonly RegExp[] = [
  /第一[个個张張]|第1[个個]|最新|最近|刚才|剛才|上一个|上一個|\bfirst\b|latest|newest|most recent/,
  /第二[个個张張]|第2[个個]|\bsecond\b/,
  /第三[个個张張]|第3[个個]|\bthird\b/,
];

/** "The second one", "the complaint": by place in the list, or the only open case of the kind that is named. */
function caseMeant(text: string, own: readonly Case[]): Case | null {
  const place = text.length > 40 ? -1 : PLACES.findIndex((words) => mentions(text, words));
  if (place >= 0) return own[place] ?? null;
  const kind = text.length > 40 ? undefined : KINDS.find(([, words]) => mentions(text, words))?.[0];
  const named = own.filter((c) => c.kind === kind);
  return named.length === 1 ? (named[0] ?? null) : null;
}

function caseChoice(c: Case, scene: Scene): Choice {
  const kind = scene.manual.caseKinds[c.kind].names;
  const label = (language: 'zh-Hans' | 'zh-Hant' | 'en') => `${c.number} ${kind[language]}`;
  return { value: c.number, label: { 'zh-Hans': label('zh-Hans'), 'zh-Hant': label('zh-Hant'), en: label('en') } };
}

/** The last four digits of the phone on a record that is not this customer's: the same answer for "not there" and "not yours". */
export function proofQuestion<A, F>(needed: (answers: Partial<A>, facts: F) => boolean): Question<A, string, F> {
  return {
    label: FIELDS.proof,
    fixed: true,
    when: needed,
    ask: () => say('askProof'),
    read: (heard, manner) => {
      const digits = heard.text.replace(/[^\p{Nd}]/gu, '').normalize('NFKC');
      return manner === 'asked' && digits.length >= 4 && digits.length <= 15 ? read(digits.slice(-4)) : undefined;
    },
    show: () => null,
  };
}

export function ownCase(number: string | undefined, facts: CaseFacts): boolean {
  return number !== undefined && facts.mine;
}

/** Whether the proof opens the case: its contact's phone ends so. */
export function provesCase(found: Case | null, proof: string | undefined): boolean {
  const phone = found?.answers.phone;
  return typeof phone === 'string' && proof !== undefined && phone.endsWith(proof);
}

export interface BookingFacts {
  readonly own: readonly Booking[];
}

export async function bookingFacts(scene: Scene): Promise<BookingFacts> {
  return { own: await scene.ledger.bookings.upcoming(scene.customer, scene.now) };
}

/** Which of the customer's own coming appointments; the only one is taken without asking. */
export function bookingQuestion<A, F extends BookingFacts>(): Question<A, string, F> {
  return {
    label: FIELDS.booking,
    fixed: true,
    ask: () => say('whichBooking'),
    choices: (_answers, facts, scene) =>
      facts.own.slice(0, 5).map((b) => ({ value: b.number, label: slotLabel(b.slot, scene.zone) })),
    read: (heard, manner, _answers, facts, scene) => {
      const number = first(heard, 'caseNumber');
      const named = number ? asBookingNumber(number.value) : null;
      if (named && facts.own.some((b) => b.number === named)) return read(named);
      const times = futureTimes(heard, scene.now);
      const then = facts.own.filter((b) =>
        times.some((t) => b.slot.start < Math.max(t.to, t.from + 1) && b.slot.end > t.from),
      );
      if (manner === 'asked' && then[0] && then.length === 1) return read(then[0].number);
      const only = facts.own[0];
      return only && facts.own.length === 1 ? read(only.number) : undefined;
    },
    show: (value) => value,
  };
}
