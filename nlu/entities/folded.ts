import type { Entity } from '../heard.ts';
import { simplified } from './script.ts';

type Span = Pick<Entity, 'start' | 'end' | 'text'>;

/**
 * The text as the finders read it: NFKC, lower case, mainland script, invisible characters gone, every run of blanks
 * one blank (`\n` when it holds a line end). `starts[i]` and `ends[i]` are where unit `i` stands in the raw text.
 */
export interface Folded {
  readonly raw: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Longest text read whole; of a longer one the beginning and the end are read, in raw units. */
const LONGEST = 1500;
const HEAD = 1000;
const TAIL = 500;
/** A ligature that folds to more stays as it is: no word of ours is written with one. */
const LONGEST_FOLD = 4;
const INVISIBLE = /^(?:\p{Cf}|[\u{fe00}-\u{fe0f}])$/u;
const BLANK = /^[\s\p{Cc}]$/u;

export const fold = (raw: string): Folded => {
  const folding: Folding = { text: '', starts: [], ends: [] };
  if (raw.length <= LONGEST) foldInto(folding, raw, 0);
  else {
    foldInto(folding, raw.slice(0, HEAD), 0);
    // Nothing is read across the part left out.
    push(folding, '\n', HEAD, raw.length - TAIL);
    foldInto(folding, raw.slice(-TAIL), raw.length - TAIL);
  }
  return { raw, ...folding };
};

interface Folding {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
}

const push = (folding: Folding, text: string, start: number, end: number): void => {
  folding.text += text;
  for (let i = 0; i < text.length; i++) {
    folding.starts.push(start);
    folding.ends.push(end);
  }
};

const foldInto = (folding: Folding, raw: string, offset: number): void => {
  let at = offset;
  for (const point of raw) {
    const end = at + point.length;
    if (isPlain(point)) push(folding, foldPoint(point), at, end);
    else if (BLANK.test(point)) pushBlank(folding, point === '\n' || point === '\r' ? '\n' : ' ', at, end);
    else if (!INVISIBLE.test(point)) push(folding, foldPoint(point), at, end);
    at = end;
  }
};

/** One blank for a run of them. */
const pushBlank = (folding: Folding, blank: string, start: number, end: number): void => {
  const last = folding.text.at(-1);
  if (last !== ' ' && last !== '\n') {
    push(folding, blank, start, end);
    return;
  }
  if (blank === '\n' && last === ' ') folding.text = `${folding.text.slice(0, -1)}\n`;
  folding.ends[folding.ends.length - 1] = end;
};

/** Visible ASCII and Han characters, nearly every one: they fold unit for unit. */
const isPlain = (point: string): boolean => {
  const code = point.charCodeAt(0);
  return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
};

const foldPoint = (point: string): string => {
  const code = point.charCodeAt(0);
  if (code < 0x80) return point.toLowerCase();
  if (point === '〇') return '零';
  if (point === '’' || point === '‘') return "'";
  if (isPlain(point)) return simplified(point);
  const folded = point.normalize('NFKC').toLowerCase();
  return folded.length > LONGEST_FOLD ? point : simplified(folded);
};

/** The raw span of folded units `start` to `end`, `end` exclusive and greater than `start`. */
export const span = (folded: Folded, start: number, end: number): Span => {
  const from = folded.starts[start] ?? 0;
  const to = folded.ends[end - 1] ?? folded.raw.length;
  return { start: from, end: to, text: folded.raw.slice(from, to) };
};
