import { inOrder } from '../../../domain/desk/queue.ts';
import type { DeskDeps } from '../deps.ts';
import type { HandoffView } from '../schemas.ts';
import { viewHandoffs } from '../views/handoff.ts';

type Open = Awaited<ReturnType<DeskDeps['ledger']['handoffs']['open']>>;

/** How long rows are good for when nothing is heard: a name the customer gave the bot, the seconds they wait. */
const GOOD_MS = 500;
/** Rows of one answer; who stands behind them moves up. */
export const MOST_ROWS = 200;

export interface Waiting {
  readonly open: Open;
  readonly waiting: HandoffView[];
  /** Waiting beyond `waiting`. */
  readonly more: number;
}

/**
 * Who waits, made once for all who ask: every console asks when something happens. Whatever moves a customer or is said is
 * an event of the desk, so that rows of another `seq` are never shown; `seq` is read before them.
 */
export function createWaitingRows(deps: DeskDeps): (seq: number) => Promise<Waiting> {
  let last: { readonly seq: number; readonly madeAt: number; readonly made: Promise<Waiting> } | null = null;
  return (seq) => {
    if (last !== null && last.seq === seq && performance.now() - last.madeAt < GOOD_MS) return last.made;
    const made = read(deps);
    const own = { seq, madeAt: performance.now(), made };
    last = own;
    made.catch(() => {
      if (last === own) last = null;
    });
    return made;
  };
}

async function read(deps: DeskDeps): Promise<Waiting> {
  const open = await deps.ledger.handoffs.open();
  const inLine = inOrder(open);
  const shown = inLine.slice(0, MOST_ROWS);
  return { open, waiting: await viewHandoffs(deps, shown, open), more: inLine.length - shown.length };
}
