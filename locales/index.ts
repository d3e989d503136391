import type { Language } from '../domain/ids.ts';
import { wording as en } from './en/index.ts';
import type { Say } from './messages.ts';
import { penFor, type Wording } from './wording.ts';
import { wording as hans } from './zh-Hans/index.ts';
import { wording as hant } from './zh-Hant/index.ts';

const WORDINGS: Readonly<Record<Language, Wording>> = { 'zh-Hans': hans, 'zh-Hant': hant, en };

/** The words of a reply in a language; dates in the operator's zone. */
export function phrase(reply: Say, language: Language, zone: string): string {
  const write = WORDINGS[language][reply.name] as (facts: Say['facts'], pen: ReturnType<typeof penFor>) => string;
  return write(reply.facts, penFor(language, zone));
}
