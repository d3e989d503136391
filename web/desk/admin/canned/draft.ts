import type { CannedView } from '../../../../adapters/desk/schemas.ts';
import { LANGUAGES, type Language } from '../../lib/language.tsx';

export type Draft = Omit<CannedView, 'id'>;
export const BLANK: Draft = { shortcut: '', text: { 'zh-Hans': '', 'zh-Hant': '', en: '' } };
/** What the console fills in when a reply is inserted. */
const VARIABLES = ['name', 'agent', 'case', 'hotline'];
const TEXT_LIMIT = 2000;

export type TextFault = { kind: 'textMissing' } | { kind: 'textLong' } | { kind: 'unknownVariable'; name: string };
export interface Faults {
  readonly shortcut?: 'shortcutFaulty' | 'shortcutTaken';
  readonly text: Partial<Record<Language, TextFault>>;
}

/** Blanks around and the slash in front do not belong to it. */
export function tidied({ shortcut, text }: Draft): Draft {
  return {
    shortcut: shortcut.normalize('NFKC').trim().replace(/^\//, ''),
    text: { 'zh-Hans': text['zh-Hans'].trim(), 'zh-Hant': text['zh-Hant'].trim(), en: text.en.trim() },
  };
}

/** Of a tidied draft. `others` are the shortcuts in use; they differ by more than upper and lower case. */
export function faultsOf(draft: Draft, others: readonly string[]): Faults {
  const { shortcut } = draft;
  const taken = others.some((other) => other.toLowerCase() === shortcut.toLowerCase());
  const fits = /^[\p{L}\p{N}-]{1,40}$/u.test(shortcut);
  const text: Partial<Record<Language, TextFault>> = {};
  for (const language of LANGUAGES) {
    const fault = textFault(draft.text[language]);
    if (fault !== null) text[language] = fault;
  }
  return { text, ...(fits ? (taken ? { shortcut: 'shortcutTaken' } : {}) : { shortcut: 'shortcutFaulty' }) };
}

function textFault(text: string): TextFault | null {
  if (text === '') return { kind: 'textMissing' };
  if (text.length > TEXT_LIMIT) return { kind: 'textLong' };
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '');
  const unknown = named.find((name) => !VARIABLES.includes(name));
  return unknown === undefined ? null : { kind: 'unknownVariable', name: unknown };
}

/** Replies whose shortcut or words in any language contain what is looked for. */
export function found(replies: readonly CannedView[], wanted: string): CannedView[] {
  const needle = wanted.trim().replace(/^\//, '').toLowerCase();
  return replies
    .filter(({ shortcut, text }) =>
      [shortcut, ...LANGUAGES.map((language) => text[language])].some((words) => words.toLowerCase().includes(needle)),
    )
    .toSorted((a, b) => a.shortcut.localeCompare(b.shortcut));
}
