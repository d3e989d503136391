import { Axes } from './Axes.tsx';
import { AsTable, Chart, NoData } from './Chart.tsx';
import { count } from './numbers.ts';
import { HEIGHT, type Moment, planeOf } from './plane.ts';
import { Columns, Lines, Sample, type Shape } from './series.tsx';
import { useWidth } from './useWidth.ts';
import { useWords } from './words.ts';

interface Props {
  readonly title: string;
  /** What the first column of the numbers is. */
  readonly of: string;
  readonly moments: readonly Moment[];
  readonly as: Shape;
}

/** Requests and hand-offs over time; told apart by form as well as by colour. */
export function Drawing({ title, of, moments, as }: Props) {
  const { t } = useWords();
  const sum = (what: 'requests' | 'handoffs') => moments.reduce((all, each) => all + each[what], 0);
  const [requests, handoffs] = [sum('requests'), sum('handoffs')];
  const said = t.dayTotals(count(requests), count(handoffs));
  if (requests + handoffs === 0)
    return (
      <Chart title={title} wide>
        <NoData />
      </Chart>
    );
  return (
    <Chart title={title} about={said} wide>
      <p className="legend" aria-hidden="true">
        <Sample as={as} nth={0} /> {t.requests}
        <Sample as={as} nth={1} /> {t.handoffs}
      </p>
      <Drawn name={`${title} – ${said}`} moments={moments} as={as} />
      <AsTable
        label={title}
        columns={[of, t.requests, t.handoffs]}
        rows={moments.map((one) => [one.full, count(one.requests), count(one.handoffs)])}
      />
    </Chart>
  );
}

function Drawn({ name, moments, as }: { readonly name: string } & Pick<Props, 'moments' | 'as'>) {
  const { t } = useWords();
  const { box, width } = useWidth<HTMLDivElement>();
  const plane = planeOf(moments, width);
  return (
    <div className="drawing" ref={box}>
      <svg width={width} height={HEIGHT} role="img" aria-label={name}>
        <Axes moments={moments} plane={plane} />
        {as === 'lines' ? <Lines moments={moments} plane={plane} /> : <Columns moments={moments} plane={plane} />}
        {moments.map((one, nth) => (
          <rect
            key={one.full}
            className="hit"
            x={plane.x(nth) - plane.step / 2}
            y={0}
            width={plane.step}
            height={plane.base}
          >
            <title>{t.at(one.full, count(one.requests), count(one.handoffs))}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}
