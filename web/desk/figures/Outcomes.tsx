import type { DeskStatisticsView } from '../../../adapters/desk/statistics/schemas.ts';
import { Bars } from './Bars.tsx';
import { Chart } from './Chart.tsx';
import { count, percent } from './numbers.ts';
import { useWords } from './words.ts';

const SHARES = [
  'selfService',
  'firstContactResolution',
  'handoffRate',
  'abandoned',
  'reopened',
  'complaintRate',
] as const;

/** What became of what came in. */
export function Outcomes({ outcomes }: Pick<DeskStatisticsView, 'outcomes'>) {
  const { t } = useWords();
  const known = SHARES.some((key) => outcomes[key].of > 0) ? SHARES : [];
  return (
    <Chart title={t.shares} about={t.conversations(count(outcomes.conversations))}>
      <Bars
        name={t.what}
        columns={[t.share, t.ofAll]}
        rows={known.map((key) => {
          const { count: those, of, rate } = outcomes[key];
          return {
            key,
            name: t.shareNames[key],
            bars: [rate ?? 0],
            cells: [rate === null ? t.nothing : percent(rate), t.of(count(those), count(of))],
          };
        })}
      />
    </Chart>
  );
}

/** Warnings and breaches of the manual's clocks, the most broken first. */
export function Clocks({ outcomes: { clocks } }: Pick<DeskStatisticsView, 'outcomes'>) {
  const { t, clock } = useWords();
  const rows = clocks
    .filter(({ warnings, breaches }) => warnings + breaches > 0)
    .toSorted((a, b) => b.breaches - a.breaches || b.warnings - a.warnings);
  const most = Math.max(1, ...rows.flatMap(({ warnings, breaches }) => [warnings, breaches]));
  return (
    <Chart title={t.clocksAbout}>
      <Bars
        name={t.clock}
        columns={[t.breaches, t.warnings]}
        empty={t.clocksEmpty}
        rows={rows.map((one) => ({
          key: one.clock,
          name: clock(one.clock),
          bars: [one.breaches / most, one.warnings / most],
          cells: [count(one.breaches), count(one.warnings)],
        }))}
      />
    </Chart>
  );
}
