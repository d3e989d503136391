import type { Entity } from '../../heard.ts';
import { isBlank, isDigit, isHan, isLetter } from '../characters.ts';
import { dictionary, listed } from '../dictionary.ts';
import type { Folded } from '../folded.ts';
import { span } from '../folded.ts';
import { isHanNumeral } from '../numerals.ts';
import type { Role } from './places.ts';
import {
  AND_IN_NAMES,
  CITIES,
  CUES,
  NAMED,
  NOT_IN_NAMES,
  NUMBERED,
  OTHERWISE,
  PROVINCES,
  WEAK_CUES,
} from './places.ts';

/** A piece of an address: a name or number with its suffix. Offsets are of the folded text. */
interface Piece {
  readonly role: Role;
  readonly numbered: boolean;
  readonly start: number;
  readonly end: number;
}

const named = dictionary<Role | null>([...listed<Role>(NAMED), ...listed<null>([[null, OTHERWISE]])]);
const numbered = dictionary<Role>(listed<Role>(NUMBERED));
type Cue = 'strong' | 'weak';
const cue = dictionary<Cue>(
  listed<Cue>([
    ['strong', CUES],
    ['weak', WEAK_CUES],
  ]),
);
const UNNAMED = new Set(NOT_IN_NAMES);
const OF_NAMES = new Set(AND_IN_NAMES.split(' '));
/** Names of places are at most this long, without their suffix. */
const LONGEST_NAME = 10;
const LONGEST_NUMBER = 6;

/** Chinese addresses by their suffix words, without a list of streets: 广东省深圳市南山区科技路12号A栋二单元301. */
export const findChineseAddresses = (folded: Folded): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  let pieces: Piece[] = [];
  let cued: Cue | null = null;
  /** Where the name being read began. */
  let name = 0;
  const close = (): void => {
    const entity = whole(folded, pieces, cued);
    if (entity !== null) found.push(entity);
    pieces = [];
    cued = null;
  };
  let at = 0;
  while (at < text.length) {
    const last = pieces.at(-1);
    const number = readNumbered(text, at, pieces);
    if (number !== null) {
      const between = last !== undefined && last.end === name && at > name && isName(text, name, at);
      // a park or a tower without a suffix: 南山区 科技园 3栋
      if (between) pieces.push({ role: last.numbered ? 'detail' : 'street', numbered: false, start: name, end: at });
      else if (last !== undefined && last.end !== skipBack(text, at)) close();
      pieces.push(number);
      at = number.end;
      name = at;
      continue;
    }
    const said = cue(text, at);
    const known = bare(text, at);
    if (known !== null && (last === undefined || last.end === at)) {
      pieces.push(known);
      at = known.end;
      name = at;
      continue;
    }
    const suffix = named(text, at);
    // 小区 with no name before it names nothing; 城 or 里 may begin a name.
    const bareWord = suffix !== null && at === name && suffix.end - at > 1;
    if (suffix?.value === 'street' && bareWord && last?.end === at && !last.numbered) {
      // 中关村 大街: what read as a village names a street
      pieces.splice(-1, 1, { ...last, role: 'street', end: suffix.end });
      at = suffix.end;
      name = at;
    } else if (suffix?.value === 'detail' && bareWord && last?.end === at && suffix.end - at > 2) {
      // 南山区 科技园: a kind of place that stands as its name
      pieces.push({ role: 'detail', numbered: false, start: at, end: suffix.end });
      at = suffix.end;
      name = at;
    } else if (suffix !== null && (suffix.value === null || bareWord)) {
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
      cued = said.value;
      at = said.end;
      while (isBlank(text[at]) || text[at] === ':' || text[at] === '是' || text[at] === '系') at++;
      name = at;
    } else if (isHan(text[at]) && (!UNNAMED.has(text.charAt(at)) || isOfName(text, at))) {
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

/** 和平路, 永和区: "and" within a name, but not 和平时. */
const isOfName = (text: string, at: number): boolean =>
  text[at] === '和' &&
  ((OF_NAMES.has(text.slice(at, at + 2)) && text[at + 2] !== '时') || OF_NAMES.has(text.slice(at - 1, at + 1)));

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

const isNumberUnit = (c: string | undefined): boolean => isDigit(c) || isLetter(c) || (isHanNumeral(c) && c !== '几');

const place = dictionary<Role>([
  ...[...PROVINCES].map((name) => [name, 'province'] as const),
  ...[...CITIES].map((name) => [name, 'city'] as const),
]);

/** A province or city without its suffix, or with it. */
const bare = (text: string, at: number): Piece | null => {
  const hit = place(text, at);
  if (hit === null) return null;
  const suffixed = text[hit.end] === '省' || text[hit.end] === '市';
  return { role: hit.value, numbered: false, start: at, end: suffixed ? hit.end + 1 : hit.end };
};

/** An address when the pieces say enough, as one entity. */
const whole = (folded: Folded, pieces: readonly Piece[], cued: Cue | null): Entity | null => {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || !isEnough(pieces, cued)) return null;
  const roles: Partial<Record<Role, string>> = {};
  for (const [role, from, to] of stretches(pieces)) {
    const said = span(folded, from, to).text;
    roles[role] = roles[role] === undefined ? said : `${roles[role]}${said}`;
  }
  return { ...span(folded, first.start, last.end), type: 'address', parts: roles };
};

/** A name and a number, two names, two numbers of a house (not 25号，22号); or one name after "我住在", a district after 在. */
const isEnough = (pieces: readonly Piece[], cued: Cue | null): boolean => {
  const [first] = pieces;
  const wide = (p: Piece): boolean => p.role === 'province' || p.role === 'city';
  if (first === undefined || (pieces.every(wide) && cued === null)) return false;
  if (pieces.length > 1) return pieces.some((p) => !p.numbered || p.role === 'detail');
  if (first.numbered || wide(first)) return false;
  return cued === 'strong' || (cued === 'weak' && first.role === 'district');
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
