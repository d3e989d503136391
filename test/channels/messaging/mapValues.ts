/** The same names, each with what is made of its value. */
export function mapValues<V, W>(
  record: Readonly<Record<string, V>>,
  make: (value: V) => W,
  prefix = '',
): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [prefix + name, make(value)]));
}
