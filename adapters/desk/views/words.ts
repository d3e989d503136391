import type { CaseAnswers } from '../../../domain/cases/case.ts';
import { maskPlace } from '../../../domain/customers/masked.ts';
import type { Language } from '../../../domain/ids.ts';
import type { HearingContext } from '../../../nlu/heard.ts';
import { maskAnswers, maskWritten } from '../../operator/masking.ts';
import type { DeskDeps } from '../deps.ts';

const PREVIEW = 120;
/** As much of a text as a preview is made of. */
const HEAD = 300;
/** Answers that say where somebody lives. */
const PLACES = new Set(['place', 'address']);

export function context({ now, zone }: Pick<DeskDeps, 'now' | 'zone'>, language: Language): HearingContext {
  return { language, now: now(), timeZone: zone };
}

/** What was said without who said it: line by line, so that its shape stays. */
export function maskText(text: string, reading: HearingContext): string {
  return maskWritten(text, reading);
}

/** One line of at most 120 characters. */
export function previewOf(text: string, reading: HearingContext): string {
  const line = maskText(text.slice(0, HEAD).replace(/\s+/g, ' '), reading);
  const characters = [...line];
  return characters.length <= PREVIEW ? line : `${characters.slice(0, PREVIEW - 1).join('')}…`;
}

/** As operators' systems see answers, and no address either: it is shown by `reveal`. */
export function maskCaseAnswers(answers: CaseAnswers, reading: HearingContext): ReturnType<typeof maskAnswers> {
  const placed = Object.entries(answers).map(([key, value]) => [key, hidePlaces(key, value)]);
  return maskAnswers(Object.fromEntries(placed), reading);
}

function hidePlaces(key: string, value: CaseAnswers[string]): CaseAnswers[string] {
  if (typeof value !== 'string') return value;
  if (PLACES.has(key)) return maskPlace(value);
  return key === 'gathered' ? hideGathered(value) : value;
}

/** What another form had gathered, as JSON; what is no JSON is hidden as a whole later. */
function hideGathered(text: string): string {
  try {
    const hide = (key: string, value: unknown) =>
      typeof value === 'string' && PLACES.has(key) ? maskPlace(value) : value;
    return JSON.stringify(JSON.parse(text, hide));
  } catch {
    return text;
  }
}
