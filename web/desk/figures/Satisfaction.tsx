import type { DeskStatisticsView } from '../../../adapters/desk/statistics/schemas.ts';
import { Bars } from './Bars.tsx';
import { Chart } from './Chart.tsx';
import { count, decimal, percent } from './numbers.ts';
import { useWords } from './words.ts';

type Marks = DeskStatisticsView['satisfaction'];
const DIMENSIONS = ['quality', 'efficiency', 'attitude', 'response'] as const;

/** What customers say in surveys (OSM 2.3.2, QM 2.1). */
export function Satisfaction({ satisfaction }: { readonly satisfaction: Marks }) {
  const { t } = useWords();
  const { overall, byDimension, solved, nps, surveys } = satisfaction;
  const rows = [
    { key: 'overall', name: t.overall, marks: overall },
    ...DIMENSIONS.map((key) => ({ key, name: t.dimensions[key], marks: byDimension[key] })),
  ];
  return (
    <Chart title={t.byDimension}>
      <Bars
        name={t.dimension}
        columns={[t.satisfied, t.mean, t.answers]}
        rows={rows
          .filter(({ marks }) => marks.count > 0)
          .map(({ key, name, marks: { satisfied, mean, count: many } }) => ({
            ...{ key, name, bars: [satisfied.rate ?? 0] },
            cells: [
              satisfied.rate === null ? t.nothing : percent(satisfied.rate),
              mean === null ? t.nothing : decimal(mean, 2),
              count(many),
            ],
          }))}
      />
      <dl className="small-figures">
        <div>
          <dt>{t.nps}</dt>
          <dd className="number">{nps.score === null ? t.nothing : decimal(nps.score, 0).replace('-', '−')}</dd>
          <dd className="quiet">{t.npsAbout(count(nps.count))}</dd>
        </div>
        <div>
          <dt>{t.solved}</dt>
          <dd className="number">{solved.rate === null ? t.nothing : percent(solved.rate)}</dd>
          <dd className="quiet">{t.of(count(solved.count), count(solved.of))}</dd>
        </div>
        <div>
          <dt>{t.surveys}</dt>
          <dd className="number">{count(surveys)}</dd>
        </div>
      </dl>
    </Chart>
  );
}
