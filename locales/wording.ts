import type { Instant, Language, Names } from '../domain/ids.ts';
import { date, dateTime, day, deadline, stretch } from './format.ts';
import type { MessageName, Messages, Promised, Row } from './messages.ts';

/** What a wording may use to write its facts. */
export interface Pen {
  readonly language: Language;
  of(value: Names | string): string;
  /** With the year. */
  date(at: Instant): string;
  day(at: Instant): string;
  dateTime(at: Instant): string;
  /** As `dateTime`, but midnight is the end of the day before: `11月24日周二 24:00`. */
  deadline(at: Instant): string;
  stretch(from: Instant, to: Instant): string;
}

/** The words of every message in one language. */
export type Wording = { readonly [N in MessageName]: (facts: Messages[N], pen: Pen) => string };

export function penFor(language: Language, zone: string): Pen {
  return {
    language,
    of: (value) => (typeof value === 'string' ? value : value[language]),
    date: (at) => date(at, language, zone),
    day: (at) => day(at, language, zone),
    dateTime: (at) => dateTime(at, language, zone),
    deadline: (at) => deadline(at, language, zone),
    stretch: (from, to) => stretch(from, to, language, zone),
  };
}

/** Lines `· label: value`. */
export function rowLines(rows: readonly Row[], pen: Pen): string {
  const colon = pen.language === 'en' ? ': ' : '：';
  return rows.map((row) => `· ${pen.of(row.label)}${colon}${pen.of(row.value)}`).join('\n');
}

/** What happens next, one line a promise, by `by(dateTime)`. */
export function promiseLines(
  promises: readonly Promised[],
  pen: Pen,
  line: (what: string, by: string) => string,
): string {
  return promises.map((p) => `\n${line(pen.of(p.what), pen.deadline(p.by))}`).join('');
}
