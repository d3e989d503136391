import type { z } from 'zod';
import { UNKNOWN } from '../../../dialogs/faultAnswers.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { Names } from '../../../domain/ids.ts';
import { slotLabel } from '../../../locales/format.ts';
import { CHOSEN, FIELDS } from '../../../locales/labels.ts';
import type { DeskDeps } from '../deps.ts';
import type { conversationView, fieldView } from '../schemas.ts';
import { context, maskCaseAnswers, maskText } from './words.ts';

type Deps = Pick<DeskDeps, 'manual' | 'now' | 'zone'>;
type Understood = z.infer<typeof conversationView>['understood'];

/** What the bot had understood when it handed over; `plain` as in `EntryReader`, answers are masked for everybody. */
export function viewUnderstood(deps: Deps, handoff: Handoff, plain: boolean): Understood {
  const { words, intent, confidence, mood, form, answers } = handoff.briefing;
  const slots = Object.entries(answers).flatMap(([field, value]) => {
    const shown = showAnswer(deps, handoff, field, value);
    return shown === '' ? [] : [{ field, label: labelOf(field), value: shown }];
  });
  return {
    words: plain ? words : maskText(words, context(deps, handoff.language)),
    ...{ intent, confidence, mood, form, slots },
  };
}

export function labelOf(field: string): z.infer<typeof fieldView>['label'] {
  const known: Readonly<Record<string, Names>> = FIELDS;
  return (Object.hasOwn(known, field) ? known[field] : undefined) ?? { 'zh-Hans': field, 'zh-Hant': field, en: field };
}

/** One line; ids of the manual and choices by their name in the customer's language, nothing for what they could not tell. */
function showAnswer(deps: Deps, handoff: Handoff, field: string, value: unknown): string {
  if (value === UNKNOWN) return '';
  if (typeof value === 'string') return named(deps, handoff, field, value) ?? masked(deps, handoff, field, value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const parts: Record<string, unknown> = { ...value };
  if (typeof parts.start === 'number' && typeof parts.end === 'number') {
    return slotLabel({ start: parts.start, end: parts.end }, deps.zone)[handoff.language];
  }
  // the customer's own words say more than what was read from them
  if (typeof parts.text === 'string') return masked(deps, handoff, field, parts.text);
  return Object.entries(parts)
    .filter(([, part]) => typeof part === 'string' && part !== '')
    .map(([key, part]) => showAnswer(deps, handoff, Array.isArray(value) ? field : key, part))
    .join(' ');
}

function masked(deps: Deps, { language }: Handoff, field: string, value: string): string {
  return String(maskCaseAnswers({ [field]: value }, context(deps, language))[field]);
}

function named({ manual }: Deps, { language }: Handoff, field: string, value: string): string | null {
  const of = (known: Readonly<Record<string, { readonly names: Names }>>): string | null =>
    Object.hasOwn(known, value) ? (known[value]?.names[language] ?? null) : null;
  if (field === 'service') return of(manual.services);
  if (field === 'severity') return of(manual.severities);
  if (field === 'category') return of(manual.complaintCategories) ?? of(manual.faultCategories);
  if (field === 'remedy') return of(manual.remedies);
  const chosen = Object.hasOwn(CHOSEN, field) ? CHOSEN[field] : undefined;
  if (chosen !== undefined && Object.hasOwn(chosen, value)) return chosen[value]?.[language] ?? null;
  if (field === 'branch') return manual.branches.find(({ id }) => id === value)?.names[language] ?? null;
  return null;
}
