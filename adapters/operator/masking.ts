import type { z } from 'zod';
import type { CaseAnswers } from '../../domain/cases/case.ts';
import { maskName } from '../../domain/customers/masked.ts';
import type { Entity, HearingContext } from '../../nlu/heard.ts';
import { maskWords } from '../../nlu/masking/mask.ts';
import { findPersonal } from '../../nlu/masking/personal.ts';
import type { caseView } from './schemas.ts';

/** What could not be masked, or was cut off so that nobody can tell what it was. */
const HIDDEN = '[…]';
/** Words in a piece that is masked at once, ended where a sentence or a word ends if there is such a place. */
const PIECE = /.{1,300}$|.{1,300}(?<=[。！？；，,!?;\s])|.{1,300}/gsu;
/** Ids of the manual and of our own lists: no digits enough for a number. */
const CODE = /^[a-z]+(?:-[a-z0-9]{1,20}){0,8}$/;
/** Where somebody has to go: shown as appointments show it. */
const PLACES = new Set(['place', 'address']);

/** E.164 → `138****1234`, of a number abroad its local part as far as we know the country (manual section 10). */
export function maskPhone(phone: string): string {
  const local = phone
    .replace(/^\+86/, '')
    .replace(/^\+886/, '0')
    .replace(/^\+(852|853)/, '')
    .replace(/\D/g, '');
  return local.length < 8 ? '****' : `${local.slice(0, 3)}****${local.slice(-4)}`;
}

/** Phone and name by their key, everything else that is words by what is found in them. */
export function maskAnswers(answers: CaseAnswers, context: HearingContext): z.infer<typeof caseView>['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      if (typeof value === 'string') return [key, maskAnswer(key, value, context)];
      if (typeof value === 'object' && value !== null)
        return [key, value.map((each) => maskAnswer(key, each, context))];
      return [key, value];
    }),
  );
}

/** Words of a note, line by line so that its shape stays. */
export function maskWritten(text: string, context: HearingContext): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : maskAnswer('note', line, context)))
    .join('\n');
}

function maskAnswer(key: string, value: string, context: HearingContext): string {
  if (key === 'phone') return maskPhone(value);
  if (key === 'name') return maskName(value);
  if (key === 'gathered') return maskGathered(value, context);
  if (CODE.test(value)) return value;
  const find = (text: string): readonly Entity[] =>
    findPersonal(text, context).filter(({ type }) => type !== 'address' || !PLACES.has(key));
  const pieces = value.match(PIECE) ?? [];
  return pieces
    .map((piece) => (maskWords(piece, find) ?? HIDDEN) + (/\s$/.test(piece) ? ' ' : ''))
    .join('')
    .trimEnd();
}

/** What the customer had told another form: JSON, cut off when it was long. */
function maskGathered(text: string, context: HearingContext): string {
  try {
    return JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (typeof value === 'string' ? maskAnswer(key, value, context) : value)),
    );
  } catch {
    return HIDDEN;
  }
}
