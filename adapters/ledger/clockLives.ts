import { z } from 'zod';
import type { Clock } from '../../domain/cases/case.ts';
import { FIRST_ENTRY } from './history.ts';
import type { Tables } from './schema.ts';

type ClockRow = Tables['clocks'];

/** The life of a clock that ended at history entry `until`, when its case was reopened. Columns as in the row. */
const formerLife = z.object({
  until: z.int(),
  target_at: z.int(),
  limit_at: z.int(),
  paused_ms: z.int(),
  paused_since: z.int().nullable(),
  met_at: z.int().nullable(),
  met_seq: z.int().nullable(),
});
type FormerLife = z.infer<typeof formerLife>;
/** Oldest first. */
const formerLives = z.array(formerLife);

const livesOf = (row: ClockRow): readonly FormerLife[] =>
  row.former === null ? [] : formerLives.parse(JSON.parse(row.former));

/** A clock as it was after history entry `seq`. */
export function readClock(row: ClockRow, seq: number): Clock {
  const life = livesOf(row).find(({ until }) => seq < until) ?? row;
  return {
    name: row.name,
    target: life.target_at + life.paused_ms,
    limit: life.limit_at + life.paused_ms,
    pausedMs: life.paused_ms,
    pausedSince: life.paused_since,
    metAt: life.met_seq !== null && life.met_seq <= seq ? life.met_at : null,
  };
}

/** The history entry with which the present life of a clock began. */
export const lifeBegan = (row: ClockRow): number => livesOf(row).at(-1)?.until ?? FIRST_ENTRY;

/** What the row of a clock becomes that begins anew with history entry `until`. */
export function nextLife(row: ClockRow, clock: Clock, until: number) {
  const { target_at, limit_at, paused_ms, paused_since, met_at, met_seq } = row;
  const ended: FormerLife = { until, target_at, limit_at, paused_ms, paused_since, met_at, met_seq };
  return { ...clockColumns(clock, until), former: JSON.stringify([...livesOf(row), ended]) };
}

/** The columns of a clock that begins with history entry `seq`. */
export function clockColumns(clock: Clock, seq: number) {
  return {
    target_at: clock.target - clock.pausedMs,
    limit_at: clock.limit - clock.pausedMs,
    paused_ms: clock.pausedMs,
    paused_since: clock.pausedSince,
    met_at: clock.metAt,
    met_seq: clock.metAt === null ? null : seq,
  };
}
