import type { DeskSettingsView } from '../../../../adapters/desk/schemas.ts';

export type Hours = NonNullable<DeskSettingsView['hours']>;
export type Span = Hours['workingDays'][number];
export const DAY_KINDS = ['workingDays', 'otherDays'] as const;
export const MOST_SPANS = 4;
const START = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

export type SpanFault = 'timeFaulty' | 'orderFaulty' | 'overlap';
export interface SpanFaults {
  readonly from?: SpanFault;
  readonly to?: SpanFault;
}

/** What people write for a time, as the desk keeps it: `8:30`, `８：３０` and `0830` are `08:30`. Other words stay as they are. */
export function tidyTime(written: string): string {
  const plain = written.normalize('NFKC').trim();
  const parts = /^(\d{1,2}):?(\d{2})$/.exec(plain);
  return parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}` : plain;
}

/** Faults of the spans of one kind of day, in the same order; an empty object for a good one. */
export function spanFaults(spans: readonly Span[]): SpanFaults[] {
  return spans.map((span, at) => faultsOf(span, spans.slice(0, at).filter(isSpan)));
}

/** What is not one hides nothing that comes after it. */
function isSpan([from, to]: Span): boolean {
  return START.test(from) && END.test(to) && from < to;
}

function faultsOf([from, to]: Span, before: readonly Span[]): SpanFaults {
  const fromFits = START.test(from);
  if (!fromFits || !END.test(to)) {
    return { ...(fromFits ? {} : { from: 'timeFaulty' }), ...(END.test(to) ? {} : { to: 'timeFaulty' }) };
  }
  if (to <= from) return { to: 'orderFaulty' };
  return before.some(([start, end]) => from < end && start < to) ? { from: 'overlap' } : {};
}

/** A next span after those that are there, within the day; null when there is no room or number left. */
export function nextSpan(spans: readonly Span[]): Span | null {
  const last = spans
    .map(([, to]) => to)
    .toSorted()
    .at(-1);
  if (spans.length >= MOST_SPANS) return null;
  if (last === undefined) return ['09:00', '18:00'];
  return last < '23:00' ? [last, '24:00'] : null;
}
