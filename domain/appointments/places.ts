import { foldPlace } from '../manual/foldPlace.ts';
import type { Manual } from '../manual/schema.ts';

/** A name right before one of these is a street's, as 信義路, which also runs through other districts. */
const STREET = /^ ?(?:路|街|道|大道|大街|胡同|(?:road|rd|street|st|avenue|ave|lane)\b)/u;
const LONGEST_TEXT = 500;

/**
 * The area of the manual that an address or a place name lies in, or null. The longest name or alias found wins, the
 * earlier one of two as long. Knows both scripts, upper and lower case, and does not take a street's name for a district.
 */
export function areaOf(manual: Manual, text: string): string | null {
  const address = foldPlace(text.slice(0, LONGEST_TEXT));
  let best: { readonly id: string; readonly length: number; readonly at: number } | null = null;
  for (const { id, name } of namesOf(manual)) {
    if (best && name.length < best.length) break;
    const at = placeIn(address, name);
    if (at !== null && (best === null || at < best.at)) best = { id, length: name.length, at };
  }
  return best?.id ?? null;
}

interface AreaName {
  readonly id: string;
  /** Folded. */
  readonly name: string;
}
const kept = new WeakMap<Manual, readonly AreaName[]>();

/** All names and aliases of areas, longest first; folded once for a manual. */
function namesOf(manual: Manual): readonly AreaName[] {
  const known = kept.get(manual);
  if (known) return known;
  const all = manual.areas
    .flatMap(({ id, names, aliases }) =>
      [...Object.values(names), ...aliases].map((name) => ({ id, name: foldPlace(name) })),
    )
    .sort((one, other) => other.name.length - one.name.length);
  kept.set(manual, all);
  return all;
}

/**
 * The branch that a text names: by its id, by the words of its name or address that only it has, or as the one branch of
 * the area named. Null when none or several would do.
 */
export function branchOf(manual: Manual, text: string): string | null {
  const exact = manual.branches.find(({ id }) => id === text.trim());
  if (exact) return exact.id;
  const said = foldPlace(text.slice(0, LONGEST_TEXT));
  const scored = manual.branches
    .map(({ id, names, address }) => ({
      id,
      shared: Math.max(...[names, address].flatMap((each) => Object.values(each)).map((name) => sharedBy(said, name))),
    }))
    .sort((one, other) => other.shared - one.shared);
  const [first, second] = scored;
  if (first && first.shared > 1 && first.shared > (second?.shared ?? 0)) return first.id;
  const area = areaOf(manual, text);
  const there = manual.branches.filter((branch) => branch.area === area);
  return there.length === 1 ? (there[0]?.id ?? null) : null;
}

/** Where a folded name stands in a folded address as a whole word and not as a street, or null. */
function placeIn(address: string, name: string): number | null {
  for (let at = address.indexOf(name); at >= 0; at = address.indexOf(name, at + 1)) {
    const after = address.slice(at + name.length);
    const isWithin = /[a-z0-9]$/.test(address.slice(0, at)) && /^[a-z]/.test(name);
    const goesOn = /^[a-z0-9]/.test(after) && /[a-z]$/.test(name);
    if (!isWithin && !goesOn && !STREET.test(after)) return at;
  }
  return null;
}

/** Words that every branch has. */
const COMMON = /营业厅|门市|branch|road|street|south|north|east|west|大道|大街|路|号|市|区|\d+/gu;

/** Length of the longest run of Han characters, or of the Latin words of four letters or more, that two places share. */
function sharedBy(said: string, name: string): number {
  const parts = foldPlace(name)
    .replace(COMMON, ' ')
    .split(' ')
    .filter((part) => part.length > 1);
  let longest = 0;
  for (const part of parts) {
    if (/^[a-z]/.test(part)) {
      if (part.length >= 4 && placeIn(said, part) !== null) longest = Math.max(longest, part.length);
      continue;
    }
    for (let from = 0; from < part.length; from += 1) {
      for (let to = part.length; to - from > longest; to -= 1) {
        if (said.includes(part.slice(from, to))) longest = to - from;
      }
    }
  }
  return longest;
}
