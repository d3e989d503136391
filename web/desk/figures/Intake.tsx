import type { DeskStatisticsView } from '../../../adapters/desk/statistics/schemas.ts';
import { Bars } from './Bars.tsx';
import { Chart } from './Chart.tsx';
import { Drawing } from './Drawing.tsx';
import { byName, count } from './numbers.ts';
import { useWords } from './words.ts';

/** How the statistics call what has no category. */
const NONE = 'none';

type Counts = Readonly<Record<string, number>>;

/** What came in, when, of which kind and from where (OSM 2.1.3). */
export function Intake({ intake }: Pick<DeskStatisticsView, 'intake'>) {
  const { t, kind, channel, problem, day, date: fullDay } = useWords();
  const categoryName = (key: string): string => {
    const [of = key, id = NONE] = key.split('/');
    return problem({ kind: of, category: id === NONE ? null : id, area: null });
  };
  return (
    <>
      <Drawing
        title={t.byDay}
        of={t.day}
        as="lines"
        moments={intake.byDay.map(({ date, ...rest }) => ({ name: day(date), full: fullDay(date), ...rest }))}
      />
      <Drawing
        title={t.byHour}
        of={t.hour}
        as="columns"
        moments={intake.byHour.map(({ hour, ...rest }) => ({ name: `${hour}:00`, full: `${hour}:00`, ...rest }))}
      />
      <Counted title={t.byKind} name={t.kind} counts={intake.byKind} nameOf={kind} />
      <Counted title={t.byCategory} name={t.category} counts={intake.byCategory} nameOf={categoryName} />
      <Counted title={t.byChannel} name={t.channel} counts={intake.byChannel} nameOf={channel} />
    </>
  );
}

interface Props {
  readonly title: string;
  readonly name: string;
  readonly counts: Counts;
  readonly nameOf: (id: string) => string;
}

function Counted({ title, name, counts, nameOf }: Props) {
  const { t } = useWords();
  const all = byName(counts, nameOf);
  const most = all[0]?.count ?? 1;
  return (
    <Chart title={title}>
      <Bars
        name={name}
        columns={[t.count]}
        rows={all.map((each) => ({
          ...{ key: each.name, name: each.name, bars: [each.count / most], cells: [count(each.count)] },
        }))}
      />
    </Chart>
  );
}
