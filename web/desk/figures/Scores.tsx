import type { DeskStatisticsView } from '../../../adapters/desk/statistics/schemas.ts';
import { Table } from '../parts/Table.tsx';
import { count, decimal } from './numbers.ts';
import { useWords } from './words.ts';

const PARTS = ['satisfaction', 'responseTime', 'resolution', 'serviceTime', 'complaints'] as const;

/** How agents do (CSG 5.3.1). */
export function Scores({ agents }: Pick<DeskStatisticsView, 'agents'>) {
  const { t } = useWords();
  const points = (value: number | null): string => (value === null ? t.nothing : decimal(value, 1));
  return (
    <Table
      label={t.agents}
      rows={agents}
      keyOf={({ agent }) => agent}
      empty={<p className="quiet none-yet">{t.agentsEmpty}</p>}
      columns={[
        { key: 'name', name: t.agent, cell: ({ name }) => <strong>{name}</strong> },
        { key: 'handoffs', name: t.handoffs, end: true, cell: ({ handoffs }) => count(handoffs) },
        { key: 'score', name: t.score, end: true, cell: ({ score }) => <strong>{points(score)}</strong> },
        ...PARTS.map((part) => ({
          key: part,
          name: t.parts[part],
          end: true,
          cell: (one: DeskStatisticsView['agents'][number]) => points(one.parts[part]),
        })),
      ]}
    />
  );
}
