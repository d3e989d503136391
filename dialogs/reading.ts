import { type Say, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { labelledAs } from './choices.ts';
import { correctionIn } from './correction.ts';
import { restOf } from './entities.ts';
import type { AnyForm, Filling, Json, Manner } from './form.ts';
import type { Scene } from './scene.ts';

/** A form after reading; the same filling when nothing was taken. */
export interface Filled {
  readonly filling: Filling;
  readonly says: readonly Say[];
  /** Keys that got an answer, in the order of the form. */
  readonly taken: readonly string[];
}

/** Reads an utterance for all open questions; a second pass lets answers of the first bring new facts (a place its slots). */
export async function fill(
  form: AnyForm,
  start: Filling,
  heard: Heard,
  manner: Manner,
  asked: string | null,
): Promise<Filled> {
  let filling = start;
  const says: Say[] = [];
  const taken = new Set<string>();
  for (let pass = 0; pass < 2; pass++) {
    const found: Record<string, Json> = {};
    for (const key of form.keys) {
      const question = filling.question(key);
      if ((key in filling.answers && !question.renews) || taken.has(key)) continue;
      const how = key === asked ? 'asked' : manner;
      const reading = question.read(heard, how);
      if (reading?.kind === 'value') {
        if (!same(filling.answers[key], reading.value)) found[key] = reading.value;
      } else if (reading?.kind === 'instead') Object.assign(found, reading.answers);
      else if (reading?.kind === 'problem' && pass === 0 && (how === 'asked' || says.length === 0))
        says.push(reading.say);
    }
    if (Object.keys(found).length === 0) break;
    for (const key of Object.keys(found)) taken.add(key);
    filling = await filling.with({ ...filling.answers, ...found });
  }
  return {
    filling,
    says: says.slice(0, 1),
    taken: form.keys.filter((key) => taken.has(key) && key in filling.answers),
  };
}

/** Replaces earlier answers by what a correction says; on the summary no correction mark is needed. Null: it corrects nothing. */
export async function correct(
  form: AnyForm,
  filling: Filling,
  heard: Heard,
  scene: Scene,
  key: string | null,
): Promise<{ filling: Filling; says: readonly Say[] } | null> {
  const rest = correctionIn(heard.text) ?? (key !== null && isBare(filling, heard, key) ? '' : null);
  if (rest === null && key !== null) return null;
  if (key !== null && filling.question(key).free === 'story' && heard.text.length > 30) return null;
  const words = rest === null || rest === '' ? heard : scene.understand(rest);
  const found = corrections(filling, words);
  if (found.problem) return { filling, says: [found.problem] };
  const last = found.changed.size === 0 && rest ? lastMeant(filling, words, key) : null;
  if (last) found.changed.set(last.key, last.value);
  if (found.changed.size === 0) return null;
  const answers = { ...filling.answers };
  for (const [name, value] of found.changed) {
    delete answers[name];
    if (value !== null) answers[name] = value;
  }
  for (const name of form.keys) {
    if (name in answers || !filling.question(name).renews) continue;
    const reading = filling.question(name).read(words, 'volunteered');
    if (reading?.kind === 'value') answers[name] = reading.value;
  }
  const corrected = await filling.with(answers);
  // what is asked again may have been answered beside it
  const reopened = [...found.changed].some(([name, value]) => value === null && filling.question(name).fixed);
  const next = reopened ? (await fill(form, corrected, words, 'volunteered', null)).filling : corrected;
  return { filling: next, says: told(next, [...found.changed.keys()]) };
}

/** Longest afterthought that changes an earlier answer without a word for it, in UTF-16 units. */
const AFTERTHOUGHT = 16;

/** What the open question finds nothing in, but an earlier one would be answered by: "a refund", once something else is asked. */
export async function reconsider(
  filling: Filling,
  heard: Heard,
): Promise<{ filling: Filling; says: readonly Say[] } | null> {
  const facts = heard.entities.some((e) => e.type === 'time' || e.type === 'phone' || e.type === 'address');
  if (facts || heard.text.length > AFTERTHOUGHT * (heard.language === 'en' ? 2.5 : 1)) return null;
  for (const [name, value] of Object.entries(filling.answers)) {
    const question = filling.question(name);
    if (question.fixed) continue;
    const typed = labelledAs(heard.text, question.choices());
    const free = question.free === 'words' ? question.read(heard, 'volunteered') : undefined;
    const reading = typed ? question.pick(typed.value) : free;
    if (reading?.kind !== 'value') continue;
    // said again, it is no misunderstanding
    if (typed && same(reading.value, value)) return { filling, says: [say('noted', { what: [question.label] })] };
    if (same(reading.value, value)) continue;
    const next = await filling.with({ ...filling.answers, [name]: reading.value });
    return { filling: next, says: told(next, [name]) };
  }
  return null;
}

/** Words around a time or a number that add nothing to it. */
const PARTICLES =
  /^(开始|開始|左右|那个|那個|那天|改成|改到|改|到|去|在|是|就|从|從|的|吧|呢|啊|呀|哦|了|好|啦|喇|嗯|係|喺|on|at|in|the|from|since|ok|please)*$/iu;

/** Nothing but a time or a number, which the open question cannot take: it can only be meant for an earlier one. */
function isBare(filling: Filling, heard: Heard, key: string): boolean {
  const facts = heard.entities.filter((e) => e.type === 'time' || e.type === 'phone' || e.type === 'address');
  if (facts.length === 0 || !PARTICLES.test(restOf(heard, ['time', 'phone', 'address']))) return false;
  return filling.question(key).read(heard, 'asked') === undefined;
}

/** By key: the new answer, or null when the former one is only taken back. */
function corrections(filling: Filling, words: Heard): { problem: Say | null; changed: Map<string, Json> } {
  const changed = new Map<string, Json>();
  for (const [name, value] of Object.entries(filling.answers)) {
    const question = filling.question(name);
    if (question.fixed && !question.renews) {
      if (question.read(words, 'volunteered')?.kind === 'reopen') changed.set(name, null);
      continue;
    }
    // by its label only: the place in a list is that of the list last shown
    const typed = labelledAs(words.text, question.choices());
    const reading = typed ? question.pick(typed.value) : question.read(words, 'volunteered');
    if (reading?.kind === 'problem') return { problem: reading.say, changed };
    if (reading?.kind === 'reopen') changed.set(name, null);
    if (reading?.kind === 'value' && !same(reading.value, value)) changed.set(name, reading.value);
  }
  return { problem: null, changed };
}

/** "No, X" without a name for X: the answer given last, when X can be one and does not answer the open question. */
function lastMeant(filling: Filling, words: Heard, key: string | null): { key: string; value: Json } | null {
  const last = Object.keys(filling.answers).findLast((name) => !filling.question(name).fixed);
  if (last === undefined || filling.question(last).free === 'story') return null;
  if (key !== null && filling.question(key).read(words, 'asked')?.kind === 'value') return null;
  const reading = filling.question(last).read(words, 'asked');
  return reading?.kind === 'value' ? { key: last, value: reading.value } : null;
}

function told(filling: Filling, changed: readonly string[]): readonly Say[] {
  const rows = filling.rows();
  return changed.flatMap((name) => {
    const question = filling.question(name);
    const row = question.renews ? undefined : rows.find((r) => r.label === question.label);
    return row ? [say('changed', { what: row.label, value: row.value })] : [];
  });
}

function same(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
