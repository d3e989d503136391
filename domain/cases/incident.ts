import type { Instant } from '../ids.ts';
import type { CaseKind, HistoryEntry, Stage } from './case.ts';
import { isOpen } from './stages.ts';
import { isSameHand } from './twoHands.ts';

/** OSM 6.3: how grave an incident is, the slightest first. */
export const INCIDENT_GRADES = ['general', 'larger', 'major', 'gravest'] as const;
export type IncidentGrade = (typeof INCIDENT_GRADES)[number];

/** What is done about an incident, in the manual's order. Each is an entry of the case's history. */
export const INCIDENT_STEPS = ['graded', 'investigated', 'contained', 'restored', 'told', 'reviewed'] as const;
export type IncidentStepName = (typeof INCIDENT_STEPS)[number];

/** A step as somebody records it; its words go beside it. */
export type NewIncidentStep =
  | { readonly step: 'graded'; readonly grade: IncidentGrade }
  /** Those affected were told, or nobody is affected and the words say why. */
  | { readonly step: 'told'; readonly nobodyAffected: boolean }
  | { readonly step: Exclude<IncidentStepName, 'graded' | 'told'> };

export interface IncidentStep {
  readonly step: IncidentStepName;
  /** Of `graded`; else null. */
  readonly grade: IncidentGrade | null;
  readonly nobodyAffected: boolean;
  /** False of what was done before a reopening: it did not hold, and is done anew. A grade stands. */
  readonly stands: boolean;
  /** Null once it was destroyed with the case's words. */
  readonly text: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface Incident {
  /** The newest one; null before it is graded. */
  readonly grade: IncidentGrade | null;
  /** In the order in which they were recorded. */
  readonly steps: readonly IncidentStep[];
  /** What may be recorded now. */
  readonly next: readonly IncidentStepName[];
}

type Entry = Pick<HistoryEntry, 'what' | 'detail' | 'by'>;
/** As much of a case as the rules need; `history` oldest first, of which only incident steps and moves count. */
export interface IncidentCase<E extends Entry = Entry> {
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly stage: Stage;
  readonly history: readonly E[];
}

/** Why a step is not recorded. */
export const INCIDENT_REFUSALS = ['no incident', 'at rest', 'reviewed', 'missing', 'same hand'] as const;
export interface IncidentRefusal {
  readonly why: (typeof INCIDENT_REFUSALS)[number];
  /** Steps to record before it. */
  readonly missing: readonly IncidentStepName[];
}

/** Containing and telling cannot wait until the cause is known (先恢复后修复); a review looks back on all of it. */
const AFTER: Readonly<Record<IncidentStepName, readonly IncidentStepName[]>> = {
  graded: [],
  investigated: ['graded'],
  contained: ['graded'],
  restored: ['contained'],
  told: ['graded'],
  reviewed: ['investigated', 'contained', 'restored', 'told'],
};

/** Recorded before the case ends; until then the stages do not wait for the records. Who withdraws a graded incident ends it as well. */
const BEFORE_STAGE: Readonly<Partial<Record<Stage, readonly IncidentStepName[]>>> = {
  closed: INCIDENT_STEPS,
  withdrawn: ['told', 'reviewed'],
};

const GRAVE: ReadonlySet<IncidentGrade> = new Set(['major', 'gravest']);

/** Whether the people on duty are called for it. */
export function isGrave(grade: IncidentGrade): boolean {
  return GRAVE.has(grade);
}

/** What customers report as one (OSM 6.3), and what is a fault by its form and a security fault by its cause (CSG 3.2). */
export function concernsSecurity({ kind, category }: { kind: CaseKind; category: string | null }): boolean {
  return kind === 'security' || (kind === 'fault' && category === 'security');
}

/** Once graded it stays an incident: putting the category of a fault elsewhere does not spare the review. */
export function isIncident(file: IncidentCase): boolean {
  return concernsSecurity(file) || gradeOf(file) !== null;
}

/** What a case's history says of it as an incident; null for one that is none. */
export function incidentOf(file: IncidentCase<HistoryEntry>): Incident | null {
  if (!isIncident(file)) return null;
  const anew = reopenedAt(file);
  const steps = file.history.flatMap((entry, place) => {
    const step = stepIn(entry);
    const stands = place > anew || step?.grade !== null;
    return step === null ? [] : [{ ...step, stands, text: entry.note, by: entry.by, at: entry.at }];
  });
  return { grade: gradeOf(file), steps, next: INCIDENT_STEPS.filter((step) => refusalOf(file, step) === null) };
}

/** Steps without which an incident does not become `to`; none for any other case. */
export function missingBefore(file: IncidentCase, to: Stage): readonly IncidentStepName[] {
  if (!isIncident(file) || (to === 'withdrawn' && gradeOf(file) === null)) return [];
  return lacking(file, BEFORE_STAGE[to] ?? []);
}

/** Why `by` may not record the step now; null when they may. */
export function recordRefused(file: IncidentCase, step: NewIncidentStep, by: string): IncidentRefusal | null {
  const refused = refusalOf(file, step.step);
  if (refused !== null) return refused;
  // that nobody is affected is something found out
  const unknown = step.step === 'told' && step.nobodyAffected ? lacking(file, ['investigated']) : [];
  if (unknown.length > 0) return { why: 'missing', missing: unknown };
  const isOwn = step.step === 'reviewed' && handlers(file).some((each) => isSameHand(each, by));
  return isOwn ? { why: 'same hand', missing: [] } : null;
}

/** `detail` of the history entry of a step. */
export function detailOf(step: NewIncidentStep): string {
  if (step.step === 'graded') return `graded ${step.grade}`;
  return step.step === 'told' && step.nobodyAffected ? 'told nobody' : step.step;
}

/** Whoever it is that asks. */
function refusalOf(file: IncidentCase, step: IncidentStepName): IncidentRefusal | null {
  if (!isIncident(file)) return { why: 'no incident', missing: [] };
  if (!isOpen(file.stage)) return { why: 'at rest', missing: [] };
  if (lacking(file, ['reviewed']).length === 0) return { why: 'reviewed', missing: [] };
  const missing = lacking(file, AFTER[step]);
  return missing.length === 0 ? null : { why: 'missing', missing };
}

function lacking(file: IncidentCase, wanted: readonly IncidentStepName[]): readonly IncidentStepName[] {
  const done = new Set(sinceReopened(file).flatMap((entry) => stepIn(entry)?.step ?? []));
  if (gradeOf(file) !== null) done.add('graded');
  return wanted.filter((step) => !done.has(step));
}

/** Place of the entry from which on everything but the grade is done anew; -1 when it never was reopened. */
function reopenedAt({ history }: IncidentCase): number {
  return history.findLastIndex(({ what, detail }) => what === 'stage' && detail === 'reopened');
}

function sinceReopened(file: IncidentCase): readonly Entry[] {
  return file.history.slice(reopenedAt(file) + 1);
}

/** Who contained or restored: they do not review themselves (双人确认). */
function handlers(file: IncidentCase): readonly string[] {
  return sinceReopened(file).flatMap((entry) => {
    const step = stepIn(entry)?.step;
    return step === 'contained' || step === 'restored' ? [entry.by] : [];
  });
}

function gradeOf({ history }: IncidentCase): IncidentGrade | null {
  return history.reduce<IncidentGrade | null>((grade, entry) => stepIn(entry)?.grade ?? grade, null);
}

function stepIn({ what, detail }: Entry): Pick<IncidentStep, 'step' | 'grade' | 'nobodyAffected'> | null {
  if (what !== 'incident' || detail === null) return null;
  const [name, more] = detail.split(' ');
  const step = INCIDENT_STEPS.find((each) => each === name);
  if (step === undefined) return null;
  const grade = step === 'graded' ? (INCIDENT_GRADES.find((each) => each === more) ?? null) : null;
  return { step, grade, nobodyAffected: step === 'told' && more === 'nobody' };
}
