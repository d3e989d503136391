type Cell = string | number | boolean | null;

/** What spreadsheets would run as a formula when a cell begins with it. */
const FORMULA = /^[\s]*[=+\-@\t\r|%]/;

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** Numbers as they are; text that looks like a formula gets an apostrophe in front, which spreadsheets do not show. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Every figure of a nested answer as a line: where it stands, its name, its value. */
export function flat(value: unknown, path: readonly string[] = []): Cell[][] {
  if (typeof value !== 'object' || value === null) {
    const shown = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
    return [[path[0] ?? '', path.slice(1, -1).join(' / '), path.at(-1) ?? '', shown]];
  }
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, each]) => flat(each, [...path, key]));
  // a line of a list goes by its first field: a day, a clock, an agent
  return value.flatMap((each: object) => {
    const [[key, name] = ['', ''], ...rest] = Object.entries(each);
    return flat(Object.fromEntries(rest), [...path, `${key} ${String(name)}`]);
  });
}
