import type { CaseKind } from '../cases/case.ts';
import type { ProblemKey } from './improvement.ts';
import type { CaseRow } from './rows.ts';

/** What customers suffer from; the other kinds are what they wish for. */
const KINDS: ReadonlySet<CaseKind> = new Set<CaseKind>(['complaint', 'fault', 'security']);
/** Fewer cases are not a frequent problem. */
const LEAST = 3;
const MOST = 10;
/** An area stands out with so much of a problem's cases, and when it has so many times its share of the other cases. */
const STANDING_OUT = { share: 0.5, times: 2 } as const;

export interface Problem extends ProblemKey {
  /** Cases in the period, and in the one of the same length before it. */
  readonly count: number;
  readonly before: number;
  /** Of the period: not closed yet, and reopened. */
  readonly open: number;
  readonly reopened: number;
}

/**
 * What comes up again and again (OSM 5.3.2), by kind and category; in an area that stands out, a line for it. The line of the
 * problem as a whole, whose `area` is null, stands beside that one as long as it is frequent elsewhere too.
 */
export function problems(cases: readonly CaseRow[], casesBefore: readonly CaseRow[]): Problem[] {
  const all = cases.filter(isTrouble);
  const before = Map.groupBy(casesBefore, keyOf);
  const groups = [...Map.groupBy(all, keyOf).values()].filter(isFrequent);
  const found = groups.flatMap((those) => {
    const [first] = those;
    if (first === undefined) return [];
    const { kind, category } = first;
    const earlier = before.get(keyOf(first)) ?? [];
    const area = areaThatStandsOut(those, all);
    const whole = line({ kind, category, area: null }, those, earlier);
    if (area === null) return [whole];
    const isThere = (one: CaseRow): boolean => one.area === area;
    const there = line({ kind, category, area }, those.filter(isThere), earlier.filter(isThere));
    return isFrequent(those.filter((one) => !isThere(one))) ? [there, whole] : [there];
  });
  return found.toSorted(byWeight).slice(0, MOST);
}

function isTrouble({ kind }: CaseRow): boolean {
  return KINDS.has(kind);
}

function isFrequent(those: readonly CaseRow[]): boolean {
  return those.length >= LEAST;
}

function keyOf({ kind, category }: CaseRow): string {
  return JSON.stringify([kind, category]);
}

/** Set against the other cases, since where most customers live there is most of everything. */
function areaThatStandsOut(those: readonly CaseRow[], all: readonly CaseRow[]): string | null {
  const [area, there] = mostIn(those);
  if (area === null || there < LEAST) return null;
  const others = all.length - those.length;
  const usual = others === 0 ? 0 : (countIn(all, area) - there) / others;
  const share = there / those.length;
  return share >= STANDING_OUT.share && share >= STANDING_OUT.times * usual ? area : null;
}

function mostIn(those: readonly CaseRow[]): readonly [area: string | null, count: number] {
  const known = those.flatMap(({ area }) => (area === null ? [] : [area]));
  const counts = [...Map.groupBy(known, (area) => area)].map(([area, { length }]) => [area, length] as const);
  return counts.toSorted(([one, a], [other, b]) => b - a || inOrder(one, other))[0] ?? [null, 0];
}

function countIn(those: readonly CaseRow[], area: string): number {
  return those.filter((one) => one.area === area).length;
}

function line(key: ProblemKey, those: readonly CaseRow[], before: readonly CaseRow[]): Problem {
  return {
    ...key,
    count: those.length,
    before: before.length,
    open: those.filter(({ open }) => open).length,
    reopened: those.filter(({ reopened }) => reopened).length,
  };
}

/** Most cases first, then what grew most; what is left, always in the same order. */
function byWeight(one: Problem, other: Problem): number {
  const grown = other.count - other.before - (one.count - one.before);
  return other.count - one.count || grown || inOrder(nameOf(one), nameOf(other));
}

function nameOf({ kind, category, area }: ProblemKey): string {
  return JSON.stringify([kind, category, area]);
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
