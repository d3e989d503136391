import type { HandoffView } from '../../../adapters/desk/schemas.ts';
import { queueTexts } from '../console/queue/texts.ts';
import { useTexts } from '../lib/language.tsx';
import { Badge } from '../parts/Badge.tsx';
import { type Column, Table } from '../parts/Table.tsx';
import { languageNames } from '../texts.ts';
import { Clock } from './Clock.tsx';
import { RowActions } from './RowActions.tsx';
import { unanswered, waited } from './rows.ts';
import { useShown, useWords } from './words.ts';

/** Columns that the queue and the conversations share. */
function useColumns(): Readonly<Record<'customer' | 'reason' | 'team' | 'actions', Column<HandoffView>>> {
  const { t, catalogue, named } = useWords();
  const { severities } = useTexts(queueTexts);
  return {
    customer: {
      key: 'customer',
      name: t.customer,
      cell: (row) => (
        <div className="cell-lines">
          <strong>{row.customer}</strong>
          {row.preview !== null && (
            <span className="quiet cut" lang={row.language}>
              {row.preview}
            </span>
          )}
        </div>
      ),
    },
    reason: {
      key: 'reason',
      name: t.reason,
      cell: (row) => (
        <>
          {t.reasons[row.reason]}{' '}
          {row.severity !== null && row.reason !== 'major-complaint' && (
            <Badge tone={row.severity === 'major' ? 'danger' : 'neutral'}>{severities[row.severity]}</Badge>
          )}
        </>
      ),
    },
    team: {
      key: 'team',
      name: t.team,
      cell: (row) => (
        <div className="cell-lines">
          <span>{named(catalogue.teams, row.team)}</span>
          <span className="quiet">{languageNames[row.language]}</span>
        </div>
      ),
    },
    actions: { key: 'actions', name: t.actions, nameHidden: true, cell: (row) => <RowActions row={row} /> },
  };
}

/** Who waits for a person, the next one first. */
export function Queue() {
  const { t, agent } = useWords();
  const { board, now } = useShown();
  const { customer, reason, team, actions } = useColumns();
  const place: Column<HandoffView> = { key: 'place', name: t.position, cell: (row) => row.position ?? t.nothing };
  const wait: Column<HandoffView> = {
    key: 'wait',
    name: t.wait,
    cell: (row) => (
      <div className="cell-lines">
        <Clock seconds={waited(board, row, now)} />
        {row.owner.kind === 'offered' && <span className="quiet">{t.offered(agent(row.owner.agent))}</span>}
      </div>
    ),
  };
  return (
    <Table
      label={t.queue}
      columns={[place, customer, wait, reason, team, actions]}
      rows={board.waiting}
      keyOf={(row) => row.handoff}
      empty={<p className="quiet none-yet">{t.queueEmpty}</p>}
    />
  );
}

/** Who is with an agent; the customer who waits longest for the agent's words first. */
export function Conversations() {
  const { t, agent } = useWords();
  const { board, now } = useShown();
  const { customer, reason, team, actions } = useColumns();
  const by: Column<HandoffView> = {
    key: 'agent',
    name: t.agent,
    cell: ({ owner }) => (owner.kind === 'agent' ? agent(owner.agent) : t.nothing),
  };
  const wait: Column<HandoffView> = {
    key: 'wait',
    name: t.reply,
    cell: (row) => {
      const seconds = unanswered(row, now);
      return seconds === null ? <span className="quiet">{t.answered}</span> : <Clock seconds={seconds} />;
    },
  };
  const rows = board.active.toSorted((a, b) => (unanswered(b, now) ?? -1) - (unanswered(a, now) ?? -1));
  return (
    <Table
      label={t.conversations}
      columns={[customer, by, wait, reason, team, actions]}
      rows={rows}
      keyOf={(row) => row.handoff}
      empty={<p className="quiet none-yet">{t.conversationsEmpty}</p>}
    />
  );
}
