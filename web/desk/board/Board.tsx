import './board.css';
import type { BoardView, DeskCatalogue, HandoffView } from '../../../adapters/desk/schemas.ts';
import { Loaded } from '../admin/shared/Loaded.tsx';
import { NotAllowed } from '../admin/shared/NotAllowed.tsx';
import { calledIn } from '../console/queue/called.ts';
import { queueTexts } from '../console/queue/texts.ts';
import { DutyAlerts } from '../duty/DutyAlerts.tsx';
import { useTexts } from '../lib/language.tsx';
import { useCatalogue } from '../lib/queries.ts';
import { useSession } from '../lib/session.tsx';
import { useNow } from '../lib/time.ts';
import { Badge } from '../parts/Badge.tsx';
import { Agents } from './Agents.tsx';
import { Cases } from './Cases.tsx';
import { useBoard } from './data.ts';
import { Numbers } from './Numbers.tsx';
import { Conversations, Queue } from './Tables.tsx';
import { texts } from './texts.ts';
import { ShownContext, useWords } from './words.ts';

/** What goes on at the desk, for supervisors. */
export function Board() {
  const { user } = useSession();
  return user.role === 'agent' ? <NotAllowed /> : <Allowed />;
}

function Allowed() {
  const t = useTexts(texts);
  const board = useBoard();
  const catalogue = useCatalogue();
  const { channel } = useTexts(queueTexts);
  const called = (row: HandoffView) => ({ ...row, customer: calledIn(row, channel) });
  const data = board.data &&
    catalogue && {
      board: { ...board.data, waiting: board.data.waiting.map(called), active: board.data.active.map(called) },
      catalogue,
    };
  return (
    <main className="view desk-page board-page">
      <h1>{t.title}</h1>
      <Loaded query={{ data, isError: board.isError, refetch: board.refetch }}>
        {(both) => <Sections {...both} />}
      </Loaded>
    </main>
  );
}

function Sections({ board, catalogue }: { readonly board: BoardView; readonly catalogue: DeskCatalogue }) {
  const t = useTexts(texts);
  const now = useNow();
  return (
    <ShownContext value={{ board, catalogue, now }}>
      <State />
      <section>
        <h2>{t.alerts}</h2>
        <DutyAlerts />
      </section>
      <Numbers />
      <section>
        <h2>{t.queue}</h2>
        <Queue />
      </section>
      <section>
        <h2>{t.conversations}</h2>
        <Conversations />
      </section>
      <section>
        <h2>{t.agents}</h2>
        <Agents />
      </section>
      <section>
        <h2>{t.overdue}</h2>
        <Cases />
      </section>
    </ShownContext>
  );
}

/** Open or closed, how fresh the board is, and an alarm that is read out when somebody more waits too long. */
function State() {
  const { t, clock, board } = useWords();
  return (
    <p className="board-state">
      <Badge tone={board.open ? 'ok' : 'warn'}>{board.open ? t.open : t.closed}</Badge>
      <span className="quiet">{t.asOf(clock(board.at))}</span>
      <span role="status">{board.breached > 0 && <Badge tone="danger">{t.alarm(board.breached)}</Badge>}</span>
    </p>
  );
}
