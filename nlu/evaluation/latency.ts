import { quantile, round } from './statistics.ts';

/** Microseconds a text, one at a time, after whatever was run before has warmed the code up. */
export const latencyOf = <T>(
  rows: readonly T[],
  read: (row: T) => unknown,
): { p50Micros: number; p99Micros: number } => {
  const times: number[] = [];
  for (const row of rows) {
    const begun = process.hrtime.bigint();
    read(row);
    times.push(Number(process.hrtime.bigint() - begun) / 1000);
  }
  times.sort((a, b) => a - b);
  return { p50Micros: round(quantile(times, 0.5), 1), p99Micros: round(quantile(times, 0.99), 1) };
};
