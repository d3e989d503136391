/** Days from the first to the last, both whole, as `YYYY-MM-DD` in the operator's zone. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export type SpanFault = 'missing' | 'backwards' | 'tooLong';

/** As many as `/desk/api/statistics` reads at once. */
export const LONGEST_DAYS = 400;
const DAY_MS = 86_400_000;

/** The day it is here at this instant, in milliseconds since 1970. */
export function dayAt(ms: number): string {
  const at = new Date(ms);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** So many days, of which today is the last. */
export function lastDays(days: number, today: string): Span {
  const from = new Date(Date.parse(today) - (days - 1) * DAY_MS);
  return { from: from.toISOString().slice(0, 10), to: today };
}

/** Null for one that can be asked for. */
export function spanFault({ from, to }: Span): SpanFault | null {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  if (Number.isNaN(first) || Number.isNaN(last)) return 'missing';
  if (last < first) return 'backwards';
  return (last - first) / DAY_MS + 1 > LONGEST_DAYS ? 'tooLong' : null;
}

/** As it stands in the address of a question. */
export function queryOf({ from, to }: Span): string {
  return `?${new URLSearchParams({ from, to })}`;
}
