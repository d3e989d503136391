import { NoData } from './Chart.tsx';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  /** Lengths of its bars from the upper one down, 0 to 1 of the track; where there are two, they draw the first two columns. */
  readonly bars: readonly number[];
  /** The numbers, one a column. */
  readonly cells: readonly string[];
}

interface Props {
  /** The first column's. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly BarRow[];
  readonly empty?: string;
}

/** Bars lying in a table that says the same in numbers. */
export function Bars({ name, columns, rows, empty }: Props) {
  if (rows.length === 0) return <NoData>{empty}</NoData>;
  const several = rows.some(({ bars }) => bars.length > 1);
  return (
    <table className="plain-table bars">
      <thead>
        <tr>
          <th scope="col">{name}</th>
          {columns.map((each, nth) => (
            <th key={each} scope="col" className={several && nth < 2 ? `key key-${nth}` : undefined}>
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.name}
              <Track bars={row.bars} />
            </th>
            {row.cells.map((cell, nth) => (
              <td key={columns[nth]} className="number">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const LENGTH = 100;
const HEIGHT = 8;

function Track({ bars }: { readonly bars: readonly number[] }) {
  const high = HEIGHT / Math.max(1, bars.length);
  const drawn = bars.map((length, nth) => ({ nth, length: Math.min(1, Math.max(0, length)) * LENGTH }));
  return (
    <svg className="track" viewBox={`0 0 ${LENGTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="track-ground" width={LENGTH} height={HEIGHT} />
      {drawn.map(({ nth, length }) => (
        <rect key={nth} className={`bar bar-${nth}`} y={nth * high} width={length} height={high} />
      ))}
    </svg>
  );
}
