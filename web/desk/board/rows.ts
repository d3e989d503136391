import type { BoardView, HandoffView } from '../../../adapters/desk/schemas.ts';

/** Seconds a row's customer has waited for a person by `now`, in milliseconds of the server's clock. */
export function waited(board: BoardView, row: HandoffView, now: number): number {
  return row.waitingSeconds + Math.max(0, (now - Date.parse(board.at)) / 1000);
}

export function longestWait(board: BoardView, now: number): number {
  return Math.max(0, ...board.waiting.map((row) => waited(board, row, now)));
}

/** Seconds the customer waits for the agent's next words; null while nobody waits. */
export function unanswered(row: HandoffView, now: number): number | null {
  return row.unansweredSince === null ? null : Math.max(0, (now - Date.parse(row.unansweredSince)) / 1000);
}

export type OverdueCase = BoardView['overdueCases'][number];

/** The clock of a case that is longest past its limit. */
export function worstClock({ clocks }: OverdueCase): OverdueCase['clocks'][number] | null {
  const broken = clocks.filter(({ state }) => state === 'breached');
  return broken.toSorted((a, b) => Date.parse(a.limit) - Date.parse(b.limit))[0] ?? null;
}
