import { z } from 'zod';
import { isOpen } from '../../domain/cases/stages.ts';
import type { Instant, StaffId } from '../../domain/ids.ts';
import type { CaseRow, Statistics } from '../../domain/statistics/rows.ts';
import { pages } from './pages.ts';
import { bookingRows, caseRows, clockRows, handoffRows, surveyRows, uptimeRows } from './statisticsRows.ts';
import type { Reader, Store } from './store.ts';

/** Rows of one kind that are read for one answer. */
const MOST = 100_000;
const former = z.array(z.string().transform((text) => text as StaffId));

/** The port `Statistics` in SQL. */
export function statistics(store: Store): Statistics {
  const { db } = store;
  return {
    async rows(from, to) {
      const cases = await casesBetween(db, from, to);
      const bookings = await pages(from, MOST, (after) => bookingRows(db, after, to));
      const handoffs = await pages(from, MOST, (after) => handoffRows(db, after, to));
      const surveys = await pages(from, MOST, (after) => surveyRows(db, after, to));
      if (cases === 'tooMany' || bookings === null || handoffs === null || surveys === null) return 'tooMany';
      return {
        cases,
        bookings: bookings.map(({ kind, channel, conversation, at }) => ({
          kind,
          channel,
          conversation,
          bookedAt: at,
        })),
        handoffs: handoffs.map((row) => ({
          ...{ conversation: row.conversation, customer: row.customer, channel: row.channel },
          ...{ requestedAt: row.at, acceptedAt: row.accepted_at, answeredAt: row.answered_at },
          handledMs: row.ended_at === null ? null : row.handled_ms,
          ...{ end: row.how, result: row.result },
          agent: row.owner === 'agent' ? row.agent : (former.parse(JSON.parse(row.former)).at(-1) ?? null),
        })),
        surveys: surveys.map(({ solved, quality, efficiency, attitude, response, recommend, ...row }) => ({
          ...{ quality, efficiency, attitude, response, recommend },
          solved: solved === null ? null : solved === 1,
          ...{ conversation: row.conversation, agent: row.agent },
        })),
        clocks: await clockRows(db, from, to),
        uptime: await uptimeRows(db, from, to),
        staff: await db.selectFrom('staff').select(['id', 'name']).execute(),
      };
    },
    cases: (from, to) => casesBetween(db, from, to),
  };
}

async function casesBetween(db: Reader, from: Instant, to: Instant): Promise<readonly CaseRow[] | 'tooMany'> {
  const rows = await pages(from, MOST, (after) => caseRows(db, after, to));
  if (rows === null) return 'tooMany';
  return rows.map(({ kind, category, area, stage, channel, conversation, ...row }) => ({
    ...{ kind, category, area, channel, conversation, openedAt: row.at, open: isOpen(stage) },
    ...{ resolvedAt: row.resolved_at, reopened: row.reopened > 0, urged: row.urged > 0 },
  }));
}
