import type { ReactNode } from 'react';
import { useWords } from './words.ts';

interface Props {
  readonly title: string;
  /** What must be known to read it. */
  readonly about?: string;
  /** Takes the whole line where two charts would stand side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One chart on the page, with its caption. */
export function Chart({ title, about, wide = false, children }: Props) {
  return (
    <figure className={wide ? 'chart wide' : 'chart'}>
      <figcaption>
        <h3>{title}</h3>
        {about !== undefined && <p className="quiet">{about}</p>}
      </figcaption>
      {children}
    </figure>
  );
}

/** What stands in a chart without numbers. */
export function NoData({ children }: { readonly children?: ReactNode }) {
  const { t } = useWords();
  return <p className="quiet none-yet">{children ?? t.noData}</p>;
}

interface NumbersProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** Cells of each line; the first one names it. */
  readonly rows: readonly (readonly [string, ...string[]])[];
}

/** Focusable, so that the arrow keys scroll it. */
const scrolled = { tabIndex: 0 };

/** The numbers of a drawing, for who cannot see it or wants them exactly. */
export function AsTable({ label, columns, rows }: NumbersProps) {
  const { t } = useWords();
  return (
    <details className="as-table">
      <summary>
        {t.table}
        <span className="hidden"> {label}</span>
      </summary>
      <section className="as-table-box" aria-label={label} {...scrolled}>
        <table className="plain-table">
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, nth) => (
                  <td key={columns[nth + 1]} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
