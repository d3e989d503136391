import { setImmediate } from 'node:timers/promises';
import type { HearingContext } from '../../../nlu/heard.ts';
import { maskText } from './words.ts';

/** As much of a text as is shown to who only looks: masking takes its time, and a longer one nobody needs to see masked. */
const SHOWN = 500;
/** A number that the cut may have gone through: half of one is not known for what it is. */
const CUT_NUMBER = /[\p{N}\p{Pd}\s()+.·]+$/u;
const KEPT = 5000;

/** What was masked before, by language and text: transcripts are opened and asked for again and again. */
const kept = new Map<string, string>();

/** The head of a text, masked, with `…` for what is left out. */
export function maskedHead(text: string, reading: HearingContext): string {
  return known(text, reading) ?? mask(text, reading);
}

/** The same, after others have had their turn when there is something to mask: for many texts at once. */
export async function maskedInTurn(text: string, reading: HearingContext): Promise<string> {
  const before = text === '' ? '' : known(text, reading);
  if (before !== undefined) return before;
  await setImmediate();
  return mask(text, reading);
}

function mask(text: string, reading: HearingContext): string {
  const shown = head(text);
  const masked = shown === text ? maskText(text, reading) : `${maskText(shown, reading)}…`;
  if (kept.size >= KEPT) kept.clear();
  kept.set(keyOf(text, reading), masked);
  return masked;
}

function known(text: string, reading: HearingContext): string | undefined {
  return kept.get(keyOf(text, reading));
}

const keyOf = (text: string, { language }: HearingContext): string =>
  `${language} ${text.length <= SHOWN ? '' : '…'}${head(text)}`;

function head(text: string): string {
  if (text.length <= SHOWN) return text;
  return text
    .slice(0, SHOWN)
    .replace(CUT_NUMBER, '')
    .replace(/[\ud800-\udbff]$/, '');
}
