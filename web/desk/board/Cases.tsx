import { useLanguage } from '../lib/language.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Table } from '../parts/Table.tsx';
import { type OverdueCase, worstClock } from './rows.ts';
import { useShown, useWords } from './words.ts';

/** Cases with a clock past its limit, the longest overdue first. */
export function Cases() {
  const { t, catalogue, named, span, time } = useWords();
  const language = useLanguage();
  const { board, now } = useShown();
  const limit = (one: OverdueCase) => Date.parse(worstClock(one)?.limit ?? board.at);
  return (
    <Table
      label={t.overdue}
      rows={board.overdueCases.toSorted((a, b) => limit(a) - limit(b))}
      keyOf={({ number }) => number}
      empty={<p className="quiet none-yet">{t.casesEmpty}</p>}
      columns={[
        { key: 'number', name: t.number, cell: ({ number }) => <strong className="number">{number}</strong> },
        {
          key: 'clock',
          name: t.clockName,
          cell: (one) => {
            const clock = worstClock(one);
            return clock === null ? t.nothing : named(catalogue.clocks, clock.name);
          },
        },
        {
          key: 'due',
          name: t.due,
          cell: (one) => {
            const clock = worstClock(one);
            if (clock === null) return t.nothing;
            return (
              <span className="board-clock">
                <time dateTime={clock.limit}>{time(clock.limit)}</time>{' '}
                <Badge tone="danger">{t.over(span((now - Date.parse(clock.limit)) / 1000))}</Badge>
              </span>
            );
          },
        },
        { key: 'owner', name: t.owner, cell: ({ owner }) => named(catalogue.teams, owner) },
        { key: 'kind', name: t.kind, cell: ({ kind }) => named(catalogue.caseKinds, kind) },
        {
          key: 'severity',
          name: t.severity,
          cell: ({ severity }) => (severity === null ? t.nothing : named(catalogue.severities, severity)),
        },
        {
          key: 'stage',
          name: t.stage,
          cell: ({ stage }) => catalogue.stages[stage]?.names[language] ?? stage,
        },
      ]}
    />
  );
}
