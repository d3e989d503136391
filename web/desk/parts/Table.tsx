import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of the cell. */
  readonly end?: boolean;
  /** The name is for assistive technology only. */
  readonly nameHidden?: boolean;
}

interface Props<Row> {
  /** What the table is, for assistive technology. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode;
}

/** A wide table scrolls sideways in its box, also by the arrow keys. */
const scrolled = { tabIndex: 0 };

export function Table<Row>({ label, columns, rows, keyOf, empty }: Props<Row>) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <section className="table-box" aria-label={label} {...scrolled}>
      <table className="table">
        <thead>
          <tr>
            {columns.map(({ key, name, end, nameHidden }) => (
              <th key={key} scope="col" className={end ? 'end' : undefined}>
                {nameHidden ? <span className="hidden">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, cell, end }) => (
                <td key={key} className={end ? 'end number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
