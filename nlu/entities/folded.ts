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

/** Units read of one utterance; what stands behind is not looked at. */
const LIMIT = 12_000;
const INVISIBLE = /^[\p{Cf}\u{fe00}-\u{fe0f}]$/u;
const BLANK = /^[\s\p{Cc}]$/u;

export const fold = (raw: string): Folded => {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const point of raw) {
    if (text.length >= LIMIT) break;
    const end = at + point.length;
    if (BLANK.test(point)) {
      const line = point === '\n' || point === '\r' ? '\n' : ' ';
      const last = text.at(-1);
      if (last === ' ' || last === '\n') {
        if (line === '\n') text = `${text.slice(0, -1)}\n`;
        ends[ends.length - 1] = end;
      } else {
        text += line;
        starts.push(at);
        ends.push(end);
      }
    } else if (!INVISIBLE.test(point)) {
      const plain = foldPoint(point);
      text += plain;
      for (let i = 0; i < plain.length; i++) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { raw, text, starts, ends };
};

const foldPoint = (point: string): string => {
  const code = point.charCodeAt(0);
  if (code < 0x80) return point.toLowerCase();
  if (point === '〇') return '零';
  if (point === '’' || point === '‘') return "'";
  return simplified(point.normalize('NFKC').toLowerCase());
};

/** The raw span of folded units `start` to `end`, `end` exclusive and greater than `start`. */
export const span = (folded: Folded, start: number, end: number): Span => {
  const from = folded.starts[start] ?? 0;
  const to = folded.ends[end - 1] ?? folded.raw.length;
  return { start: from, end: to, text: folded.raw.slice(from, to) };
};
