import { setImmediate as breathe } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/ids.ts';

/** Where a page goes on: behind the last row of the one before. */
export interface After {
  readonly at: Instant;
  readonly id: string;
}
export const PAGE = 2000;

/** Behind a row, in the order of two columns. */
export function behind(at: string, id: string, after: After): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) > (${after.at}, ${after.id})`;
}

/** All rows from an instant on, page by page, so that nobody else waits long; null when there are more than `most`. */
export async function pages<R extends After>(
  from: Instant,
  most: number,
  page: (after: After) => Promise<readonly R[]>,
): Promise<readonly R[] | null> {
  const all: R[] = [];
  for (let after: After = { at: from, id: '' }; ; ) {
    const rows = await page(after);
    all.push(...rows);
    if (all.length > most) return null;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return all;
    after = last;
    await breathe();
  }
}
