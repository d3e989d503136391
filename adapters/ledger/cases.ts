import type { z } from 'zod';
import type { Case, Cases } from '../../domain/cases/case.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { AT_REST, listCases } from './caseList.ts';
import { loadCase, loadCases } from './caseRows.ts';
import { writeEntry } from './history.ts';
import { holdCase, moveCase } from './moveCase.ts';
import { type Operation, once } from './once.ts';
import { announceCase } from './outsideNews.ts';
import { caseAsOf, moveResult } from './references.ts';
import { registerCase } from './registerCase.ts';
import type { Store } from './store.ts';

type CaseAsOf = z.infer<typeof caseAsOf>;

const REGISTER: Operation<CaseAsOf> = { name: 'case.register', result: caseAsOf };
const MOVE: Operation<z.infer<typeof moveResult>> = { name: 'case.move', result: moveResult };
const RECLASSIFY: Operation<CaseAsOf | null> = { name: 'case.reclassify', result: caseAsOf.nullable() };
const NOTE: Operation<CaseAsOf | null> = { name: 'case.note', result: caseAsOf.nullable() };

/** The port `Cases` in SQL. */
export function cases(store: Store): Cases {
  const asOf = async (number: CaseNumber, seq: number): Promise<Case> => {
    const found = await loadCase(store, store.db, number, seq);
    if (found === null) throw new Error(`case ${number} is written down as a result and missing`);
    return found;
  };
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
    async reclassify(number, { category, owner }, { by, note }, key, at) {
      const result = await once(store, RECLASSIFY, key, at, async (tx) => {
        const row = await holdCase(store, tx, number);
        if (row === undefined) return null;
        const seq = row.seq + 1;
        const entry = {
          at,
          by,
          what: 'reclassified',
          detail: `${row.category ?? 'none'} -> ${category}`,
          note,
        } as const;
        await tx.updateTable('cases').set({ seq, category, owner }).where('number', '=', number).execute();
        await writeEntry(store, tx, number, seq, row.stage, entry);
        await announceCase(tx, { ...row, category, owner }, entry);
        return { number, seq };
      });
      return result === null ? null : asOf(result.number, result.seq);
    },
    async note(number, entry, key, at) {
      const result = await once(store, NOTE, key, at, async (tx) => {
        const row = await holdCase(store, tx, number);
        if (row === undefined) return null;
        const seq = row.seq + 1;
        await tx.updateTable('cases').set({ seq }).where('number', '=', number).execute();
        await writeEntry(store, tx, number, seq, row.stage, { ...entry, at });
        await announceCase(tx, row, { ...entry, at });
        return { number, seq };
      });
      return result === null ? null : asOf(result.number, result.seq);
    },
  };
}
