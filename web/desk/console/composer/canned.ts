import type { CannedView } from '../../../../adapters/desk/schemas.ts';

/** What stands for `{name}` and the others; what is not known stays as it is written, and is not sent (`unfilled`). */
export interface Values {
  readonly name: string | null;
  readonly agent: string;
  readonly case: string | null;
  readonly hotline: string | null;
}

/** A `/word` that ends at the cursor and begins at a line's start or after a blank. */
export interface Asked {
  readonly query: string;
  /** Where the slash stands. */
  readonly from: number;
}

const ASKED = /(?:^|\s)\/([\p{L}\p{N}-]{0,40})$/u;
const SHOWN = 8;
const BLANK = /\{(name|agent|case|hotline)\}/g;

export function askedAt(text: string, cursor: number): Asked | null {
  const match = ASKED.exec(text.slice(0, cursor));
  const query = match?.[1];
  return query === undefined ? null : { query, from: cursor - query.length - 1 };
}

/** Those whose shortcut begins with the query, then those that have it anywhere in shortcut or words. */
export function matching(replies: readonly CannedView[], query: string, language: keyof CannedView['text']) {
  const wanted = query.toLowerCase();
  const rank = ({ shortcut, text }: CannedView): number => {
    const short = shortcut.toLowerCase();
    if (short.startsWith(wanted)) return 0;
    if (short.includes(wanted)) return 1;
    return text[language].toLowerCase().includes(wanted) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .slice(0, SHOWN)
    .map(({ reply }) => reply);
}

export function filled(text: string, values: Values): string {
  return text.replaceAll(BLANK, (whole, key: keyof Values) => values[key] ?? whole);
}

/** The first blank that nobody filled in: a customer must never read one. */
export function unfilled(text: string): string | null {
  return text.match(BLANK)?.[0] ?? null;
}

/** How a customer is called in a reply: not at all rather than by a masked name. */
export function called(name: string | null): string {
  return name === null || name.includes('*') ? '' : name;
}

/** The text with the reply in place of what was asked for, and where the cursor goes. */
export function inserted(text: string, asked: Asked, cursor: number, reply: string): { text: string; cursor: number } {
  return { text: text.slice(0, asked.from) + reply + text.slice(cursor), cursor: asked.from + reply.length };
}
