import { type Choice, type Say, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { pickChoice } from './choices.ts';
import { hadEnough, isUnsure } from './evasion.ts';
import type { AnyForm, Filling, Json } from './form.ts';
import { askAnew, CONFIRMATION, chooseChange, hand, type Outcome, proceed, reask, type Went } from './proceed.ts';
import { correct, type Filled, fill, reconsider } from './reading.ts';
import { retold } from './retelling.ts';
import type { Scene } from './scene.ts';
import type { OpenForm } from './state.ts';
import { isNameOnly, wrongNamed } from './wrongWords.ts';
import { plainYesNo, yesNo } from './yesNo.ts';

/** Begins a form with the utterance that called for it: every answer already in it is taken, none is asked again. */
export async function begin(
  form: AnyForm,
  heard: Heard,
  scene: Scene,
  known: Record<string, Json> = {},
): Promise<Went> {
  const open: OpenForm = {
    name: form.name,
    instance: scene.message,
    answers: known,
    asked: null,
    offered: [],
    choosingChange: false,
  };
  const start = await form.open(known, scene, open.instance);
  const filled = await fill(form, start, heard, 'opening', null);
  return proceed(form, open, filled.filling, { ...known }, filled.says);
}

/** Puts the open question of a form again (after a digression, after days), shorter where it has a shorter wording. */
export async function ask(form: AnyForm, open: OpenForm, scene: Scene): Promise<Went> {
  const filling = await form.open(open.answers, scene, open.instance);
  return proceed(form, open, filling, filling.answers, [], filling.next());
}

/** Meets an open form with an utterance: pick, answer, volunteer, correct, confirm. */
export async function answer(form: AnyForm, open: OpenForm, heard: Heard, scene: Scene): Promise<Outcome> {
  const filling = await form.open(open.answers, scene, open.instance);
  const key = filling.next();
  // another question may be open than was put: answers lapse, and releases change forms
  const picked = open.asked === key ? pickChoice(heard.text, open.offered) : null;
  if (key === null) return onSummary(form, open, filling, heard, scene, picked);
  if (picked) {
    const reading = filling.question(key).pick(picked.value);
    if (reading?.kind === 'problem') return proceed(form, open, filling, filling.answers, [reading.say], key);
    if (reading?.kind === 'value') {
      const next = await filling.with({ ...filling.answers, [key]: reading.value });
      return proceed(form, open, next, filling.answers, []);
    }
  }
  if (isUnsure(heard.text)) {
    const left = await leaveOpen(form, open, scene);
    if (left) return left;
  }
  if (hadEnough(heard.text)) {
    const left = await leaveRest(form, open, filling);
    return left ?? proceed(form, open, filling, filling.answers, [say('leftRest')], key);
  }
  const corrected = await correct(form, filling, heard, scene, key);
  if (corrected) {
    const again = asksTheSame(filling, corrected.filling, key) ? key : null;
    return proceed(form, open, corrected.filling, filling.answers, corrected.says, again);
  }
  const filled = await fill(form, filling, heard, 'volunteered', key);
  if (filled.filling === filling && filled.says.length === 0) {
    const reconsidered = await reconsider(filling, heard);
    if (reconsidered) return proceed(form, open, reconsidered.filling, filling.answers, reconsidered.says, key);
    const more = await tellMore(form, open, filling, heard, scene, key);
    return more.kind === 'unread' && open.asked !== key ? proceed(form, open, filling, filling.answers, []) : more;
  }
  if (filled.filling === filling) return proceed(form, open, filling, filling.answers, filled.says, key);
  return proceed(form, open, filled.filling, filling.answers, [...filled.says, ...noted(filled, key)], key);
}

/** All is answered: confirm, change something, drop it, or correct it in words. */
async function onSummary(
  form: AnyForm,
  open: OpenForm,
  filling: Filling,
  heard: Heard,
  scene: Scene,
  picked: Choice | null,
): Promise<Outcome> {
  if (open.choosingChange && picked && picked.value in filling.answers) return reask(form, open, filling, picked.value);
  const anew = open.asked !== null && open.asked in filling.answers ? filling.question(open.asked) : null;
  const reading = anew?.read(heard, 'asked');
  if (open.asked !== null && reading?.kind === 'value' && !picked) {
    const next = await filling.with({ ...filling.answers, [open.asked]: reading.value });
    return proceed(form, open, next, filling.answers, []);
  }
  const decided = decisionOf(picked?.value ?? pickChoice(heard.text, CONFIRMATION)?.value, plainYesNo(heard));
  if (decided) return decide(form, open, filling, decided);
  const corrected = await correct(form, filling, heard, scene, null);
  if (corrected) return proceed(form, open, corrected.filling, filling.answers, corrected.says);
  const wrong = wrongNamed(heard.text, Object.keys(filling.answers));
  if (wrong === 'contact' && isNameOnly(heard.text)) return askAnew(open, wrong);
  if (wrong !== null) return reask(form, open, filling, wrong);
  const meant = decisionOf(undefined, yesNo(heard));
  return meant ? decide(form, open, filling, meant) : tellMore(form, open, filling, heard, scene, null);
}

/** A story goes on while something else is asked: it is added, and the question is put again. */
async function tellMore(
  form: AnyForm,
  open: OpenForm,
  filling: Filling,
  heard: Heard,
  scene: Scene,
  asked: string | null,
): Promise<Outcome> {
  for (const key of form.keys) {
    const value = filling.question(key).more(heard);
    if (value === null) continue;
    const next = await retold(filling, key, value, scene);
    return proceed(form, open, next, filling.answers, [say('noted', { what: [filling.question(key).label] })], asked);
  }
  return { kind: 'unread' };
}

/** Whether a question still asks what it asked: only then may it be put again in fewer words. */
function asksTheSame(before: Filling, after: Filling, key: string): boolean {
  return JSON.stringify(before.question(key).ask()) === JSON.stringify(after.question(key).ask());
}

type Decision = 'confirm' | 'change' | 'drop';

function decisionOf(picked: string | undefined, said: 'yes' | 'no' | null): Decision | null {
  if (picked === 'confirm' || picked === 'change' || picked === 'drop') return picked;
  if (said === 'yes') return 'confirm';
  return said === 'no' ? 'change' : null;
}

async function decide(form: AnyForm, open: OpenForm, filling: Filling, decision: Decision): Promise<Went> {
  if (decision === 'confirm') return hand(form, open, filling, []);
  return decision === 'drop' ? { kind: 'dropped' } : chooseChange(form, open, filling);
}

/** Something was taken, but not what was asked: say what, so that the same question does not look like a deaf ear. */
function noted({ filling, says, taken }: Filled, asked: string): readonly Say[] {
  const label = filling.question(asked).label;
  // a refusal has words of its own
  const told = taken.filter((key) => key !== 'consent');
  const what = new Set(told.map((key) => filling.question(key).label).filter((each) => each !== label));
  return says.length > 0 || filling.next() !== asked || what.size === 0 ? [] : [say('noted', { what: [...what] })];
}

/** Goes on without the answer to the open question; null where it cannot. */
export async function leaveOpen(form: AnyForm, open: OpenForm, scene: Scene): Promise<Went | null> {
  const filling = await form.open(open.answers, scene, open.instance);
  const key = filling.next();
  if (key === null) return null;
  const { unsure, label } = filling.question(key);
  if (unsure === null) return null;
  const next = await filling.with({ ...filling.answers, [key]: unsure });
  return proceed(form, open, next, filling.answers, [say('leftOpen', { what: label })]);
}

/** Leaves everything open that may be left open; null when nothing of that is still to be asked. */
async function leaveRest(form: AnyForm, open: OpenForm, filling: Filling): Promise<Went | null> {
  const left: Record<string, Json> = {};
  for (const key of form.keys) {
    const { unsure } = filling.question(key);
    if (unsure !== null && !(key in filling.answers)) left[key] = unsure;
  }
  const next = await filling.with({ ...left, ...filling.answers });
  const some = Object.keys(next.answers).length > Object.keys(filling.answers).length;
  return some ? proceed(form, open, next, filling.answers, [say('leftRest')]) : null;
}

/** Clears the answer before the open question and asks it again; null when there is none. */
export async function back(form: AnyForm, open: OpenForm, scene: Scene): Promise<Went | null> {
  const filling = await form.open(open.answers, scene, open.instance);
  const next = filling.next();
  const before = next === null ? form.keys : form.keys.slice(0, form.keys.indexOf(next));
  const last = before.findLast((key) => {
    const question = filling.question(key);
    return key in filling.answers && !question.fixed && !question.implied;
  });
  return last === undefined ? null : reask(form, open, filling, last);
}
