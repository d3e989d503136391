import { z } from 'zod';
import type { HistoryEntry } from '../../domain/cases/case.ts';
import {
  detailOf,
  INCIDENT_REFUSALS,
  INCIDENT_STEPS,
  type IncidentCase,
  isGrave,
  type NewIncidentStep,
  recordRefused,
} from '../../domain/cases/incident.ts';
import type { Incidents } from '../../domain/cases/incidents.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { raiseAlert } from './alertRows.ts';
import { loadCase } from './caseRows.ts';
import { holdCase } from './holdCase.ts';
import { type Operation, once } from './once.ts';
import { caseAsOf } from './references.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';
import { writeNext } from './writeNext.ts';

const recordResult = z.discriminatedUnion('kind', [
  caseAsOf.extend({ kind: z.literal('recorded') }),
  z.object({
    kind: z.literal('refused'),
    why: z.enum(INCIDENT_REFUSALS),
    missing: z.array(z.enum(INCIDENT_STEPS)),
  }),
  z.object({ kind: z.literal('unknown') }),
]);
type RecordResult = z.infer<typeof recordResult>;
const RECORD: Operation<RecordResult> = { name: 'incident.record', result: recordResult };

/** The port `Incidents` in SQL: the steps stand in the history of the case, their words sealed there as every note is. */
export function incidents(store: Store): Incidents {
  return {
    async record(number, step, entry, key, at) {
      const result = await once(store, RECORD, key, at, (tx) => recordStep(store, tx, number, step, entry, at));
      if (result.kind !== 'recorded') return result;
      const found = await loadCase(store, store.db, number, result.seq);
      if (found === null) throw new Error(`case ${number} is written down as a result and missing`);
      return { kind: 'recorded', case: found };
    },
  };
}

/** A held case with what the rules of incidents ask of its history. */
export async function incidentCase(tx: Tx, { number, kind, category, stage }: Tables['cases']): Promise<IncidentCase> {
  const history: Pick<HistoryEntry, 'what' | 'detail' | 'by'>[] = await tx
    .selectFrom('history')
    .select(['what', 'detail', 'by'])
    .where('case_number', '=', number)
    .where('what', 'in', ['incident', 'stage'])
    .orderBy('seq')
    .execute();
  return { kind, category, stage, history };
}

async function recordStep(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  step: NewIncidentStep,
  { by, text }: { readonly by: string; readonly text: string },
  at: Instant,
): Promise<RecordResult> {
  const held = await holdCase(store, tx, number);
  if (held === undefined) return { kind: 'unknown' };
  const refused = recordRefused(await incidentCase(tx, held), step, by);
  if (refused !== null) return { kind: 'refused', why: refused.why, missing: [...refused.missing] };
  const row = await writeNext(store, tx, held, { at, by, what: 'incident', detail: detailOf(step), note: text });
  if (step.step === 'graded' && isGrave(step.grade)) {
    const { area, service, category } = row;
    const about = { area, service, category, outage: null, reports: null };
    // one for each grade: a graver one calls again, the same one does not
    await raiseAlert(store, tx, {
      ...about,
      id: `incident:${number}:${step.grade}`,
      kind: 'grave-incident',
      at,
      case: number,
    });
  }
  return { kind: 'recorded', number, seq: row.seq };
}
