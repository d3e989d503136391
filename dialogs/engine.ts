import { CHANGE, CONFIRM, DROP } from '../locales/labels.ts';
import { type Choice, type Say, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { pickChoice } from './choices.ts';
import { correctionIn } from './correction.ts';
import type { AnyForm, Filling, Json, Manner, Submitted } from './form.ts';
import type { Scene } from './scene.ts';
import type { OpenForm } from './state.ts';
import { yesNo } from './yesNo.ts';

/** What an utterance did to a form. */
export type Outcome =
  | { readonly kind: 'asking'; readonly open: OpenForm; readonly says: readonly Say[] }
  | { readonly kind: 'done'; readonly result: Extract<Submitted, { kind: 'done' }>; readonly says: readonly Say[] }
  | { readonly kind: 'dropped' }
  /** Nothing in it answers or corrects the form: the router decides. */
  | { readonly kind: 'unread' };
/** An outcome that did something. */
export type Went = Exclude<Outcome, { kind: 'unread' }>;

const CONFIRMATION: readonly Choice[] = [
  { value: 'confirm', label: CONFIRM },
  { value: 'change', label: CHANGE },
  { value: 'drop', label: DROP },
];

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
    offered: [],
    choosingChange: false,
  };
  const start = await form.open(known, scene, open.instance);
  const filled = await fill(form, start, heard, 'opening', null);
  return proceed(form, open, filled.filling, { ...known }, filled.says);
}

/** Puts the open question of a form again (after a digression, after days). */
export async function ask(form: AnyForm, open: OpenForm, scene: Scene): Promise<Went> {
  const filling = await form.open(open.answers, scene, open.instance);
  const asked = await proceed(form, open, filling, filling.answers, []);
  const key = filling.next();
  const again = key === null ? null : filling.question(key).again();
  return asked.kind === 'asking' && again ? { ...asked, says: [...asked.says.slice(0, -1), { ...again, choices: asked.open.offered }] } : asked;
}

/** Meets an open form with an utterance: pick, answer, volunteer, correct, confirm. */
export async function answer(form: AnyForm, open: OpenForm, heard: Heard, scene: Scene): Promise<Outcome> {
  const filling = await form.open(open.answers, scene, open.instance);
  const key = filling.next();
  const picked = pickChoice(heard.text, open.offered);
  if (open.choosingChange) {
    if (picked && picked.value in filling.answers) return reask(form, open, filling, picked.value);
  } else if (key === null) {
    const decision = decide(heard, picked?.value ?? null);
    if (decision === 'confirm') return hand(form, open, filling, []);
    if (decision === 'drop') return { kind: 'dropped' };
    if (decision === 'change') return chooseChange(form, open, filling);
  } else if (picked) {
    const reading = filling.question(key).pick(picked.value);
    if (reading?.kind === 'problem') return proceed(form, open, filling, filling.answers, [reading.say]);
    if (reading?.kind === 'value') {
      const next = await filling.with({ ...filling.answers, [key]: reading.value });
      return proceed(form, open, next, filling.answers, []);
    }
  }

  const corrected = await correct(form, filling, heard, scene, key);
  if (corrected) return proceed(form, open, corrected.filling, filling.answers, corrected.says);
  if (key === null) return { kind: 'unread' };
  const filled = await fill(form, filling, heard, 'volunteered', key);
  if (filled.says.length > 0 && filled.filling === filling)
    return proceed(form, open, filling, filling.answers, filled.says);
  if (filled.filling === filling) return { kind: 'unread' };
  return proceed(form, open, filled.filling, filling.answers, filled.says);
}

/** Clears the answer before the open question and asks it again; null when there is none. */
export async function back(form: AnyForm, open: OpenForm, scene: Scene): Promise<Went | null> {
  const filling = await form.open(open.answers, scene, open.instance);
  const next = filling.next();
  const before = next === null ? form.keys : form.keys.slice(0, form.keys.indexOf(next));
  const last = before.findLast((key) => key in filling.answers && !filling.question(key).fixed);
  return last === undefined ? null : reask(form, open, filling, last);
}

function decide(heard: Heard, picked: string | null): 'confirm' | 'change' | 'drop' | null {
  if (picked === 'confirm' || picked === 'change' || picked === 'drop') return picked;
  const said = yesNo(heard);
  if (said === 'yes') return 'confirm';
  return said === 'no' ? 'change' : null;
}

/** Reads an utterance for all open questions; a second pass lets answers of the first bring new facts (a place its slots). */
async function fill(
  form: AnyForm,
  start: Filling,
  heard: Heard,
  manner: Manner,
  asked: string | null,
): Promise<{ filling: Filling; says: Say[] }> {
  let filling = start;
  const says: Say[] = [];
  for (let pass = 0; pass < 2; pass++) {
    const found: Record<string, Json> = {};
    for (const key of form.keys) {
      const question = filling.question(key);
      if (key in filling.answers && !question.renews) continue;
      const how = key === asked ? 'asked' : manner;
      const reading = question.read(heard, how);
      if (reading?.kind === 'value') {
        if (!same(filling.answers[key], reading.value)) found[key] = reading.value;
      } else if (reading?.kind === 'problem' && pass === 0 && (how === 'asked' || says.length === 0))
        says.push(reading.say);
    }
    if (Object.keys(found).length === 0) break;
    filling = await filling.with({ ...filling.answers, ...found });
  }
  return { filling, says: says.slice(0, 1) };
}

/** Replaces earlier answers by what a correction says; on the summary no correction mark is needed. */
async function correct(
  form: AnyForm,
  filling: Filling,
  heard: Heard,
  scene: Scene,
  key: string | null,
): Promise<{ filling: Filling; says: Say[] } | null> {
  const rest = correctionIn(heard.text);
  if (rest === null && key !== null) return null;
  if (key !== null && filling.question(key).free === 'story' && heard.text.length > 30) return null;
  const words = rest === null || rest === '' ? heard : scene.understand(rest);
  const answers = { ...filling.answers };
  const changed: string[] = [];
  for (const [name, value] of Object.entries(filling.answers)) {
    const question = filling.question(name);
    if (question.fixed && !question.renews) continue;
    const typed = pickChoice(words.text, question.choices());
    const reading = typed ? question.pick(typed.value) : question.read(words, 'volunteered');
    if (reading?.kind === 'problem') return { filling, says: [reading.say] };
    if (reading?.kind === 'reopen' || (reading && !same(reading.value, value))) {
      delete answers[name];
      if (reading.kind === 'value') answers[name] = reading.value;
      changed.push(name);
    }
  }
  if (changed.length === 0 && rest !== null && rest !== '') {
    const last = Object.keys(filling.answers).findLast((name) => !filling.question(name).fixed);
    const openReads = key !== null && filling.question(key).read(words, 'asked')?.kind === 'value';
    const reading = last === undefined || openReads ? undefined : filling.question(last).read(words, 'asked');
    if (last !== undefined && reading?.kind === 'value' && filling.question(last).free !== 'story') {
      answers[last] = reading.value;
      changed.push(last);
    }
  }
  if (changed.length === 0) return null;
  for (const name of form.keys) {
    if (name in answers || !filling.question(name).renews) continue;
    const reading = filling.question(name).read(words, 'volunteered');
    if (reading?.kind === 'value') answers[name] = reading.value;
  }
  const next = await filling.with(answers);
  const rows = next.rows();
  const told = changed.filter((name) => !filling.question(name).renews);
  const says = told.flatMap((name) => {
    const label = filling.question(name).label;
    const row = rows.find((r) => r.label === label);
    return row ? [say('changed', { what: row.label, value: row.value })] : [];
  });
  return { filling: next, says };
}

/** Goes on after answers came in: remarks, an early stop, the next question, or the summary. */
async function proceed(
  form: AnyForm,
  open: OpenForm,
  filling: Filling,
  before: Record<string, Json>,
  says: readonly Say[],
): Promise<Went> {
  const remarks = [...says, ...filling.remarks(before)];
  const stop = filling.stop();
  if (stop?.kind === 'done') return { kind: 'done', result: stop, says: remarks };
  const key = filling.next();
  if (key === null && !form.confirms) return hand(form, open, filling, remarks);
  const question = key === null ? summaryOf(form, filling) : questionOf(filling, key);
  return {
    kind: 'asking',
    open: { ...open, answers: filling.answers, offered: [...(question.choices ?? [])], choosingChange: false },
    says: [...remarks, question],
  };
}

function questionOf(filling: Filling, key: string): Say {
  const question = filling.question(key);
  const choices = question.choices();
  return choices.length > 0 ? { ...question.ask(), choices } : question.ask();
}

function summaryOf(form: AnyForm, filling: Filling): Say {
  return say('summary', { form: form.title, rows: filling.rows() }, { choices: CONFIRMATION });
}

function chooseChange(form: AnyForm, open: OpenForm, filling: Filling): Went {
  const choices = Object.keys(filling.answers)
    .filter((key) => !filling.question(key).fixed)
    .map((key) => ({ value: key, label: filling.question(key).label }));
  if (choices.length === 0) return { kind: 'dropped' };
  return {
    kind: 'asking',
    open: { ...open, name: form.name, offered: choices, choosingChange: true },
    says: [say('whatToChange', {}, { choices })],
  };
}

async function reask(form: AnyForm, open: OpenForm, filling: Filling, key: string): Promise<Went> {
  const answers = { ...filling.answers };
  delete answers[key];
  const cleared = await filling.with(answers);
  const question = questionOf(cleared, key);
  return {
    kind: 'asking',
    open: { ...open, name: form.name, answers, offered: [...(question.choices ?? [])], choosingChange: false },
    says: [question],
  };
}

async function hand(form: AnyForm, open: OpenForm, filling: Filling, says: readonly Say[]): Promise<Went> {
  const result = await filling.submit();
  if (result.kind === 'done') return { kind: 'done', result, says };
  const answers = { ...filling.answers };
  for (const key of result.clear) delete answers[key];
  return proceed(form, open, await filling.with(answers), filling.answers, [...says, ...result.says]);
}

function same(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
