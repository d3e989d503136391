import type { DeskStatisticsView } from '../../../adapters/desk/statistics/schemas.ts';
import { Bars } from './Bars.tsx';
import { Chart } from './Chart.tsx';
import { count } from './numbers.ts';
import { useWords } from './words.ts';

type AllTimes = DeskStatisticsView['times'];
interface Took {
  readonly name: string;
  readonly took: AllTimes['handling'];
}

/** How long people and cases took. */
export function Times({ times }: { readonly times: AllTimes }) {
  const { t, kind } = useWords();
  const { handoffWait, firstReply, handling, resolution } = times;
  const desk = [
    { name: t.handoffWait, took: handoffWait },
    { name: t.firstReply, took: firstReply },
    { name: t.handling, took: handling },
  ];
  return (
    <>
      <Spreads title={t.deskTimes} rows={desk} />
      <Spreads title={t.resolution} rows={Object.entries(resolution).map(([id, took]) => ({ name: kind(id), took }))} />
    </>
  );
}

/** Only what took place; all on one scale. */
function Spreads({ title, rows }: { readonly title: string; readonly rows: readonly Took[] }) {
  const { t, span } = useWords();
  const known = rows.filter(({ took }) => took.count > 0);
  const longest = Math.max(1, ...known.map(({ took }) => took.p90 ?? 0));
  return (
    <Chart title={title}>
      <Bars
        name={t.what}
        columns={[t.half, t.nineTenths, t.count]}
        rows={known.map(({ name, took: { p50, p90, count: many } }) => ({
          key: name,
          name,
          bars: [(p50 ?? 0) / longest, (p90 ?? 0) / longest],
          cells: [span(p50), span(p90), count(many)],
        }))}
      />
    </Chart>
  );
}
