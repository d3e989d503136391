import type { Entity } from '../../heard.ts';
import { isBlank, isDigit, isHan, isLetter } from '../characters.ts';
import { dictionary, listed } from '../dictionary.ts';
import type { Folded } from '../folded.ts';
import { span } from '../folded.ts';
import { isHanNumeral } from '../numerals.ts';
import { CITIES, CUES, NAMED, NOT_IN_NAMES, NUMBERED, OTHERWISE, PROVINCES } from './places.ts';
import type { Role } from './places.ts';

/** A piece of an address: a name or number with its suffix. Offsets are of the folded text. */
interface Piece {
  readonly role: Role;
  readonly numbered: boolean;
  readonly start: number;
  readonly end: number;
}

const named = dictionary<Role | null>([
  ...listed<Role>(NAMED),
  ...listed<null>([[null, OTHERWISE]]),
]);
const numbered = dictionary<Role>(listed<Role>(NUMBERED));
const cue = dictionary<true>(listed([[true, CUES]]));
/** Names of places are at most this long, without their suffix. */
const LONGEST_NAME = 10;
const LONGEST_NUMBER = 6;

/** Chinese addresses by their suffix words, without a list of streets: 广东省深圳市南山区科技路12号A栋二单元301. */
export const findChineseAddresses = (folded: Folded): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  let pieces: Piece[] = [];
  let cued = false;
  /** Where the name being read began. */
  let name = 0;
  const close = (): void => {
    const entity = whole(folded, pieces, cued);
    if (entity !== null) found.push(entity);
    pieces = [];
    cued = false;
  };
  let at = 0;
  while (at < text.length) {
    const last = pieces.at(-1);
    const number = readNumbered(text, at, pieces);
    if (number !== null) {
      if (last !== undefined && last.end !== skipBack(text, at)) close();
      pieces.push(number);
      at = number.end;
      name = at;
      continue;
    }
    const said = cue(text, at);
    const place = bare(text, at);
    if (place !== null && (last === undefined || last.end === at)) {
      pieces.push(place);
      at = place.end;
      name = at;
      continue;
    }
    const suffix = named(text, at);
    if (suffix !== null && suffix.value === null) {
      close();
      at = suffix.end;
      name = at;
    } else if (suffix !== null && suffix.value !== null && at > name && isName(text, name, at)) {
      if (last !== undefined && last.end !== skipBack(text, name)) close();
      pieces.push({ role: suffix.value, numbered: false, start: name, end: suffix.end });
      at = suffix.end;
      name = at;
    } else if (said !== null && !(last !== undefined && last.end === name && at > name)) {
      close();
      cued = true;
      at = said.end;
      while (isBlank(text[at]) || text[at] === ':' || text[at] === '是' || text[at] === '系') at++;
      name = at;
    } else if (isHan(text[at]) && !NOT_IN_NAMES.includes(text.charAt(at))) {
      at++;
    } else {
      const joined = text[at] === ' ' || ((text[at] === ',' || text[at] === '、') && pieces.length > 0);
      if (!joined || (last !== undefined && last.end !== at)) close();
      // A cue counts for what follows it at once.
      at++;
      name = at;
    }
  }
  close();
  return found;
};

const skipBack = (text: string, at: number): number => (text[at - 1] === ' ' || text[at - 1] === ',' ? at - 1 : at);

const isName = (text: string, start: number, end: number): boolean => {
  if (end - start > LONGEST_NAME) return false;
  for (let i = start; i < end; i++) if (!isHan(text[i])) return false;
  return true;
};

/** 12号, A栋, 二单元, and the bare room number behind a building, unit or number: 301, 12-3-301, 之3. */
const readNumbered = (text: string, at: number, before: readonly Piece[]): Piece | null => {
  if (isNumberUnit(text[at - 1]) && before.at(-1)?.end !== at) return null;
  let end = at;
  while (end - at <= LONGEST_NUMBER && (isNumberUnit(text[end]) || (end > at && text[end] === '-'))) end++;
  if (end === at || end - at > LONGEST_NUMBER) return null;
  const suffix = numbered(text, end);
  const other = named(text, end);
  const otherwise = other !== null && other.value === null && suffix !== null && other.end > suffix.end;
  if (suffix !== null && !otherwise) {
    const tail = text[suffix.end] === '之' && isNumberUnit(text[suffix.end + 1]) ? suffix.end + 2 : suffix.end;
    return { role: suffix.value, numbered: true, start: at, end: tail };
  }
  const last = before.at(-1);
  const room = last !== undefined && last.end === at && (last.numbered || last.role === 'detail') && isDigit(text[at]);
  return room && end - at >= 2 && !isHan(text[end]) ? { role: 'detail', numbered: true, start: at, end } : null;
};

const isNumberUnit = (c: string | undefined): boolean => isDigit(c) || isHanNumeral(c) || isLetter(c);

const bare = (text: string, at: number): Piece | null => {
  for (const length of [4, 3, 2]) {
    const word = text.slice(at, at + length);
    const role = PROVINCES.has(word) ? 'province' : CITIES.has(word) ? 'city' : null;
    if (role === null) continue;
    const next = text.slice(at + length, at + length + 1);
    const suffix = next === '省' || next === '市' ? 1 : 0;
    return { role, numbered: false, start: at, end: at + length + suffix };
  }
  return null;
};

/** An address when the pieces say enough: a name and a number, two of either, or one name after "我住在". */
const whole = (folded: Folded, pieces: readonly Piece[], cued: boolean): Entity | null => {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  const onlyWide = pieces.every((p) => !p.numbered && (p.role === 'province' || p.role === 'city'));
  if (pieces.length === 1 && !(cued && !first.numbered && first.role !== 'province' && first.role !== 'city')) return null;
  if (onlyWide && !cued) return null;
  const roles: Partial<Record<Role, string>> = {};
  for (const [role, from, to] of stretches(pieces)) {
    const said = span(folded, from, to).text;
    roles[role] = roles[role] === undefined ? said : `${roles[role]}${said}`;
  }
  return { ...span(folded, first.start, last.end), type: 'address', parts: roles };
};

/** Pieces of one role in a row, as one stretch. A number right after a street belongs to it, after anything else to the detail. */
const stretches = (pieces: readonly Piece[]): [Role, number, number][] => {
  const out: [Role, number, number][] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const detail = piece.numbered && piece.role === 'street' && last?.[0] !== 'street';
    const role = detail || last?.[0] === 'detail' ? 'detail' : piece.role;
    if (last !== undefined && last[0] === role) last[2] = piece.end;
    else out.push([role, piece.start, piece.end]);
  }
  return out;
};
