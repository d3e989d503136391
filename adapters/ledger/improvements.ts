import {
  type Improvements,
  isSameEntry,
  isSameProblem,
  lastOf,
  stagesAfter,
} from '../../domain/statistics/improvement.ts';
import { addAudit } from './audit.ts';
import { addEntry, hold, improvementOf, readImprovements } from './improvementRows.ts';
import { inTransaction, type Store } from './store.ts';

/** The port `Improvements` in SQL. */
export function improvements(store: Store): Improvements {
  const { db } = store;
  return {
    async list(ended) {
      const all = () => db.selectFrom('improvements').selectAll();
      const open = await all().where('closed_at', 'is', null).orderBy('opened_at', 'desc').orderBy('id').execute();
      const closed = await all()
        .where('closed_at', 'is not', null)
        .orderBy('closed_at', 'desc')
        .orderBy('id')
        .limit(ended)
        .execute();
      return readImprovements(store, db, [...open, ...closed]);
    },
    open: (problem, plan, by, at) =>
      inTransaction(store, async (tx) => {
        await hold(store, tx);
        const { id } = plan;
        const entry = { ...plan, stage: 'plan', by, at } as const;
        const before = await improvementOf(store, tx, id);
        if (before !== null) {
          const [first] = before.entries;
          const same = first !== undefined && isSameEntry(first, entry) && isSameProblem(before, problem);
          return same ? { kind: 'opened', improvement: before } : { kind: 'idUsed' };
        }
        const { kind, category, area } = problem;
        const other = await tx
          .selectFrom('improvements')
          .select('id')
          .where('closed_at', 'is', null)
          .where('kind', '=', kind)
          .where('category', category === null ? 'is' : '=', category)
          .where('area', area === null ? 'is' : '=', area)
          .executeTakeFirst();
        if (other !== undefined) return { kind: 'underWay', id: other.id };
        const row = { id, kind, category, area, opened_at: at, closed_at: null };
        await tx.insertInto('improvements').values(row).execute();
        await addEntry(store, tx, id, 1, entry);
        const about = [kind, category ?? 'none', ...(area === null ? [] : [area])].join('/');
        await addAudit(store, tx, { by, what: 'improvement-opened', subject: id, detail: about }, at);
        return { kind: 'opened', improvement: { ...problem, id, entries: [entry], openedAt: at, closedAt: null } };
      }),
    write: (id, draft, by, at) =>
      inTransaction(store, async (tx) => {
        await hold(store, tx);
        const improvement = await improvementOf(store, tx, id);
        if (improvement === null) return { kind: 'unknown' };
        const { entries } = improvement;
        const before = entries.find((each) => each.id === draft.id);
        const entry = { ...draft, by, at };
        if (before !== undefined)
          return isSameEntry(before, entry) ? { kind: 'written', improvement } : { kind: 'idUsed' };
        const from = lastOf(improvement).stage;
        const allowed = stagesAfter(from);
        if (!allowed.includes(entry.stage)) return { kind: 'refused', from, allowed };
        await addEntry(store, tx, id, entries.length + 1, entry);
        const closedAt = entry.stage === 'done' ? at : null;
        await tx.updateTable('improvements').set({ closed_at: closedAt }).where('id', '=', id).execute();
        await addAudit(store, tx, { by, what: 'improvement-entry', subject: id, detail: entry.stage }, at);
        return { kind: 'written', improvement: { ...improvement, entries: [...entries, entry], closedAt } };
      }),
    async cases({ kind, category, area }, from, to) {
      const { count } = await db
        .selectFrom('cases')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('kind', '=', kind)
        .where('category', category === null ? 'is' : '=', category)
        .$if(area !== null, (query) => query.where('area', '=', area))
        .where('opened_at', '>=', from)
        .where('opened_at', '<', to)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}
