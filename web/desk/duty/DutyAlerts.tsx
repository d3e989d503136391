import type { AlertView } from '../../../adapters/desk/schemas.ts';
import { shortDate } from '../lib/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { Table } from '../parts/Table.tsx';
import { AlertActions } from './AlertActions.tsx';
import { useDutyAlerts } from './data.ts';
import { useDutyWords } from './useDutyWords.ts';

/** Major faults, security incidents and suspected outages until somebody has seen to them. */
export function DutyAlerts() {
  const { t, language, where } = useDutyWords();
  const rows = useDutyAlerts() ?? [];
  return (
    <Table
      label={t.title}
      rows={rows}
      keyOf={({ id }) => id}
      empty={<p className="quiet none-yet">{t.none}</p>}
      columns={[
        {
          key: 'what',
          name: t.what,
          cell: ({ kind, reports }) => (
            <div className="cell-lines">
              <Badge tone={kind === 'outage-suspected' ? 'warn' : 'danger'}>{t.kinds[kind]}</Badge>
              {reports !== null && <span className="quiet">{t.reports(reports)}</span>}
            </div>
          ),
        },
        { key: 'where', name: t.where, cell: where },
        {
          key: 'when',
          name: t.when,
          cell: ({ at }) => <time dateTime={at}>{shortDate(at, language)}</time>,
        },
        {
          key: 'number',
          name: t.number,
          cell: (row) => (row.case === null ? t.nothing : <strong className="number">{row.case}</strong>),
        },
        { key: 'state', name: t.state, cell: (row) => <State row={row} /> },
        { key: 'actions', name: t.actions, nameHidden: true, cell: (row) => <AlertActions row={row} /> },
      ]}
    />
  );
}

function State({ row: { acknowledged } }: { readonly row: AlertView }) {
  const { t, language } = useDutyWords();
  if (acknowledged === null) return <Badge tone="warn">{t.open}</Badge>;
  return <span className="quiet">{t.seen(acknowledged.byName, shortDate(acknowledged.at, language))}</span>;
}
