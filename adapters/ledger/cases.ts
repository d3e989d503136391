import type { z } from 'zod';
import type { Case, Cases, Waited } from '../../domain/cases/case.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { AT_REST, listCases } from './caseList.ts';
import { loadCase, loadCases } from './caseRows.ts';
import { holdCase } from './holdCase.ts';
import { moveCase } from './moveCase.ts';
import { type Operation, once } from './once.ts';
import { reclassifyCase } from './reclassifyCase.ts';
import { caseAsOf, moveResult, type WaitResult, waitResult } from './references.ts';
import { registerCase } from './registerCase.ts';
import type { Store } from './store.ts';
import { endWait, pauseCase, resumeCase } from './waitCase.ts';
import { writeNext } from './writeNext.ts';

type CaseAsOf = z.infer<typeof caseAsOf>;

const REGISTER: Operation<CaseAsOf> = { name: 'case.register', result: caseAsOf };
const MOVE: Operation<z.infer<typeof moveResult>> = { name: 'case.move', result: moveResult };
const RECLASSIFY: Operation<CaseAsOf | null> = { name: 'case.reclassify', result: caseAsOf.nullable() };
const PAUSE: Operation<WaitResult> = { name: 'case.pause', result: waitResult };
const RESUME: Operation<WaitResult> = { name: 'case.resume', result: waitResult };
const NOTE: Operation<CaseAsOf | null> = { name: 'case.note', result: caseAsOf.nullable() };

/** The port `Cases` in SQL. */
export function cases(store: Store): Cases {
  const asOf = async (number: CaseNumber, seq: number): Promise<Case> => {
    const found = await loadCase(store, store.db, number, seq);
    if (found === null) throw new Error(`case ${number} is written down as a result and missing`);
    return found;
  };
  const waited = async (result: WaitResult): Promise<Waited> =>
    result.kind === 'done' ? { kind: 'done', case: await asOf(result.number, result.seq) } : result;
  return {
    async register(draft, key, at, by) {
      const { number, seq } = await once(store, REGISTER, key, at, (tx) => registerCase(store, tx, draft, at, by));
      return asOf(number, seq);
    },
    find: (number) => loadCase(store, store.db, number),
    async ofCustomer(customer, which) {
      const rows = await store.db
        .selectFrom('cases')
        .selectAll()
        .where('customer', '=', customer)
        .$if(which === 'open', (query) => query.where('stage', 'not in', AT_REST))
        .orderBy('opened_at', 'desc')
        .orderBy('number', 'desc')
        .execute();
      return loadCases(store, store.db, rows);
    },
    list: (filter) => listCases(store, filter),
    async move(number, to, entry, key, at) {
      const result = await once(store, MOVE, key, at, (tx) => moveCase(store, tx, number, to, entry, at));
      if (result.kind !== 'moved') return result;
      return { kind: 'moved', case: await asOf(result.number, result.seq) };
    },
    async reclassify(number, to, entry, key, at) {
      const result = await once(store, RECLASSIFY, key, at, (tx) => reclassifyCase(store, tx, number, to, entry, at));
      return result === null ? null : asOf(result.number, result.seq);
    },
    pause: async (number, entry, key, at) =>
      waited(await once(store, PAUSE, key, at, (tx) => pauseCase(store, tx, number, entry, at))),
    resume: async (number, { by }, key, at) =>
      waited(await once(store, RESUME, key, at, (tx) => resumeCase(store, tx, number, by, at))),
    async note(number, entry, key, at) {
      const result = await once(store, NOTE, key, at, async (tx) => {
        const row = await holdCase(store, tx, number);
        if (row === undefined) return null;
        const noted = await writeNext(store, tx, row, { ...entry, at });
        const answers = entry.by === 'customer' && entry.what === 'amended';
        const { seq } = answers ? await endWait(store, tx, noted, entry.by, at) : noted;
        return { number, seq };
      });
      return result === null ? null : asOf(result.number, result.seq);
    },
  };
}
