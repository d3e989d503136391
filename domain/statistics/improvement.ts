import type { CaseKind } from '../cases/case.ts';
import type { Instant, StaffId } from '../ids.ts';
import { DAY_MS, type LocalDate } from '../manual/zone.ts';

/** Stages of an improvement (OSM 5.3.2); `done` ends it. */
export const IMPROVEMENT_STAGES = ['plan', 'do', 'check', 'act', 'done'] as const;
export type ImprovementStage = (typeof IMPROVEMENT_STAGES)[number];

/** What may be written down next: more of the same stage, the next one; what a check found wrong is planned anew. */
const NEXT: Readonly<Record<ImprovementStage, readonly ImprovementStage[]>> = {
  plan: ['plan', 'do'],
  do: ['do', 'check'],
  check: ['check', 'act', 'plan'],
  act: ['act', 'done'],
  done: [],
};

export function stagesAfter(stage: ImprovementStage): readonly ImprovementStage[] {
  return NEXT[stage];
}

/** Cases of one kind and category (null: without one); in one area, or wherever they are (null). */
export interface ProblemKey {
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly area: string | null;
}

/** What was planned, done, found or decided, and who sees to it from then on until which day. */
export interface NewImprovementEntry {
  /** The author's: the same entry twice is one. */
  readonly id: string;
  readonly stage: ImprovementStage;
  readonly text: string;
  readonly owner: StaffId | null;
  readonly due: LocalDate | null;
}

export interface ImprovementEntry extends NewImprovementEntry {
  readonly by: StaffId;
  readonly at: Instant;
}

/** One round of plan, do, check, act for a frequent problem. Its stage, owner and day are those of its last entry. */
export interface Improvement extends ProblemKey {
  readonly id: string;
  /** The first one plans, and has the id of the improvement. */
  readonly entries: readonly ImprovementEntry[];
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
}

/** How it stands. */
export function lastOf({ id, entries }: Improvement): ImprovementEntry {
  const last = entries.at(-1);
  if (last === undefined) throw new Error(`improvement ${id} has no entry`);
  return last;
}

/** The same thing said by the same person. */
export function isSameEntry(one: NewImprovementEntry & { by: StaffId }, other: typeof one): boolean {
  return (['id', 'stage', 'text', 'owner', 'due', 'by'] as const).every((key) => one[key] === other[key]);
}

export function isSameProblem(one: ProblemKey, other: ProblemKey): boolean {
  return one.kind === other.kind && one.category === other.category && one.area === other.area;
}

/** Cases before it was opened that are compared with those since, in days. */
export const COMPARED_DAYS = 30;

/** Cases a day: in the 30 days before it was opened, and since; null before the first whole day. */
export function perDay(counts: { readonly before: number; readonly since: number }, openedAt: Instant, now: Instant) {
  const days = (now - openedAt) / DAY_MS;
  return { before: counts.before / COMPARED_DAYS, since: days < 1 ? null : counts.since / days };
}

export type ImprovementOpened =
  | { readonly kind: 'opened'; readonly improvement: Improvement }
  /** The id was used for something else. */
  | { readonly kind: 'idUsed' }
  /** Another one is under way for the same problem. */
  | { readonly kind: 'underWay'; readonly id: string };

export type ImprovementWritten =
  | { readonly kind: 'written'; readonly improvement: Improvement }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'idUsed' }
  | { readonly kind: 'refused'; readonly from: ImprovementStage; readonly allowed: readonly ImprovementStage[] };

/** The improvements of the ledger. Each write is audited with it, once; repeated with the same id it changes nothing. */
export interface Improvements {
  /** What is under way, newest first, then at most so many that have ended, by their end. */
  list(ended: number): Promise<readonly Improvement[]>;
  open(
    problem: ProblemKey,
    plan: Omit<NewImprovementEntry, 'stage'>,
    by: StaffId,
    at: Instant,
  ): Promise<ImprovementOpened>;
  write(id: string, entry: NewImprovementEntry, by: StaffId, at: Instant): Promise<ImprovementWritten>;
  /** Cases of the problem that were registered in [from, to). */
  cases(problem: ProblemKey, from: Instant, to: Instant): Promise<number>;
}
