import { CHANGE, CONFIRM, DROP, FIELDS } from '../locales/labels.ts';
import { type Choice, type Say, say } from '../locales/messages.ts';
import type { AnyForm, Filling, Json, Submitted } from './form.ts';
import type { OpenForm } from './state.ts';

/** What an utterance did to a form. */
export type Outcome =
  | { readonly kind: 'asking'; readonly open: OpenForm; readonly says: readonly Say[] }
  | { readonly kind: 'done'; readonly result: Extract<Submitted, { kind: 'done' }>; readonly says: readonly Say[] }
  | { readonly kind: 'dropped' }
  /** Nothing in it answers or corrects the form: the router decides. */
  | { readonly kind: 'unread' };
/** An outcome that did something. */
export type Went = Exclude<Outcome, { kind: 'unread' }>;

export const CONFIRMATION: readonly Choice[] = [
  { value: 'confirm', label: CONFIRM },
  { value: 'change', label: CHANGE },
  { value: 'drop', label: DROP },
];

/** Goes on after answers came in: remarks, an early stop, the next question, or the summary. */
export async function proceed(
  form: AnyForm,
  open: OpenForm,
  filling: Filling,
  before: Record<string, Json>,
  says: readonly Say[],
  /** The question that was open before: put again, it may be put shorter. */
  asked: string | null = null,
): Promise<Went> {
  const remarks = [...says, ...filling.remarks(before)];
  const stop = filling.stop();
  if (stop?.kind === 'done') return { kind: 'done', result: stop, says: remarks };
  if (stop) return proceed(form, open, await without(filling, stop.clear), filling.answers, [...remarks, ...stop.says]);
  const key = filling.next();
  if (key === null && !form.confirms) return hand(form, open, filling, remarks);
  const question = key === null ? summaryOf(form, filling) : questionOf(filling, key, key === asked);
  return {
    kind: 'asking',
    open: {
      ...open,
      answers: filling.answers,
      asked: key,
      offered: [...(question.choices ?? [])],
      choosingChange: false,
    },
    says: [...remarks, question],
  };
}

function questionOf(filling: Filling, key: string, again = false): Say {
  const question = filling.question(key);
  const choices = question.choices();
  const put = (again ? question.again() : null) ?? question.ask();
  return choices.length > 0 ? { ...put, choices } : put;
}

function summaryOf(form: AnyForm, filling: Filling): Say {
  return say('summary', { form: form.title, rows: filling.rows() }, { choices: CONFIRMATION });
}

export function chooseChange(form: AnyForm, open: OpenForm, filling: Filling): Went {
  const choices = form.keys
    .filter((key) => key in filling.answers && !filling.question(key).fixed)
    .map((key) => ({ value: key, label: filling.question(key).label }));
  if (choices.length === 0) return { kind: 'dropped' };
  return {
    kind: 'asking',
    open: { ...open, asked: null, offered: choices, choosingChange: true },
    says: [say('whatToChange', {}, { choices })],
  };
}

export async function reask(form: AnyForm, open: OpenForm, filling: Filling, key: string): Promise<Went> {
  const story = filling.question(key).free === 'story';
  const following = form.keys.filter((k) => filling.question(k).renews || (story && filling.question(k).implied));
  const answers = dropped(filling.answers, [key, ...following]);
  const question = questionOf(await filling.with(answers), key);
  return {
    kind: 'asking',
    open: { ...open, answers, asked: key, offered: [...(question.choices ?? [])], choosingChange: false },
    says: [question],
  };
}

/** Asks a part of an answer anew (a misspelled name); the rest of it stands. */
export function askAnew(open: OpenForm, key: string): Went {
  return {
    kind: 'asking',
    open: { ...open, asked: key, offered: [], choosingChange: false },
    says: [say('askNewValue', { what: FIELDS.name })],
  };
}

export async function hand(form: AnyForm, open: OpenForm, filling: Filling, says: readonly Say[]): Promise<Went> {
  const result = await filling.submit();
  if (result.kind === 'done') return { kind: 'done', result, says };
  return proceed(form, open, await without(filling, result.clear), filling.answers, [...says, ...result.says]);
}

function without(filling: Filling, keys: readonly string[]): Promise<Filling> {
  return filling.with(dropped(filling.answers, keys));
}

function dropped(answers: Record<string, Json>, keys: readonly string[]): Record<string, Json> {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
}
