import { z } from 'zod';
import { type Case, type CaseFilter, STAGES } from '../../domain/cases/case.ts';
import { isOpen } from '../../domain/cases/stages.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { loadCases } from './caseRows.ts';
import { BadCursor } from './errors.ts';
import type { Store } from './store.ts';

/** Stages in which nobody has work with a case any more. */
export const AT_REST = STAGES.filter((stage) => !isOpen(stage));
const MOST = 200;
const cursor = z.tuple([
  z.int(),
  z
    .string()
    .max(40)
    .transform((text) => text as CaseNumber),
]);

const writeCursor = (openedAt: Instant, number: CaseNumber): string =>
  Buffer.from(JSON.stringify([openedAt, number])).toString('base64url');

function readCursor(text: string): z.infer<typeof cursor> {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text.slice(0, 200), 'base64url').toString()));
  } catch {
    throw new BadCursor();
  }
}

/**
 * A page of cases, newest first. Cases that arrive while somebody pages do not shift the pages after the first.
 * @throws BadCursor
 */
export async function listCases(
  store: Store,
  filter: CaseFilter,
): Promise<{ readonly cases: readonly Case[]; readonly next: string | null }> {
  const { stage, category, kind, overdueAt, after } = filter;
  const limit = Math.min(Math.max(Math.trunc(filter.limit), 1), MOST);
  let query = store.db.selectFrom('cases').selectAll('cases');
  if (stage !== undefined) query = query.where('stage', '=', stage);
  if (category !== undefined) query = query.where('category', '=', category);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (overdueAt !== undefined) {
    query = query.where('stage', 'not in', AT_REST).where(({ exists, selectFrom }) =>
      exists(
        selectFrom('clocks')
          .select('clocks.name')
          .whereRef('clocks.case_number', '=', 'cases.number')
          .where('clocks.met_at', 'is', null)
          .where('clocks.paused_since', 'is', null)
          .where(({ eb }) => eb(eb('clocks.limit_at', '+', eb.ref('clocks.paused_ms')), '<', overdueAt)),
      ),
    );
  }
  if (after !== undefined) {
    const [openedAt, number] = readCursor(after);
    query = query.where(({ eb, or, and }) =>
      or([eb('opened_at', '<', openedAt), and([eb('opened_at', '=', openedAt), eb('number', '<', number)])]),
    );
  }
  const rows = await query
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? writeCursor(last.opened_at, last.number) : null;
  return { cases: await loadCases(store, store.db, page), next };
}
