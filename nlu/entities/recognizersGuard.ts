import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Entity, TimeValue } from '../heard.ts';
import type { Folded } from './folded.ts';
import { span } from './folded.ts';
import { dayNumber, ymd } from './time/civil.ts';
import type { Reference } from './time/days.ts';
import type { Run } from './time/guardedRuns.ts';

const PACKAGE = '@microsoft/recognizers-text-suite';
/** 1.1.4, which other packages bring along, blocks for minutes on twenty-five numerals in a row. */
export const VERSION = '1.3.1';

type Recognise = (text: string, culture: string, options: number, reference: Date) => unknown;

const Manifest = z.object({ version: z.string() });
const Suite = z.object({ recognizeDateTime: z.custom<Recognise>((value) => typeof value === 'function') });
const Value = z.object({
  type: z.string(),
  value: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
});
const Hits = z.array(
  z.object({
    start: z.number(),
    end: z.number(),
    resolution: z.object({ values: z.array(Value) }).nullable(),
  }),
);
type Value = z.infer<typeof Value>;

let loaded: Recognise | null | undefined;

/** Loads the recogniser, some 160 ms and 34 MB, when first needed; null when it is missing or of another version. */
export const recogniser = (): Recognise | null => {
  if (loaded !== undefined) return loaded;
  loaded = null;
  try {
    const require = createRequire(import.meta.url);
    const manifest = Manifest.parse(require(`${PACKAGE}/package.json`));
    if (manifest.version === VERSION) loaded = Suite.parse(require(PACKAGE)).recognizeDateTime;
  } catch {
    // Without it the closed grammar stands alone.
  }
  return loaded;
};

/** What the recogniser reads of runs that the guard let through: short, few numerals, date words alone. Never throws. */
export const recognise = (folded: Folded, runs: readonly Run[], ref: Reference): Entity[] =>
  runs.flatMap((run) => {
    const text = folded.text.slice(run.start, run.end).replaceAll('\n', ' ');
    try {
      const read = recogniser();
      if (read === null) return [];
      const culture = /[\u4e00-\u9fff]/.test(text) ? 'zh-cn' : 'en-us';
      return Hits.parse(read(text, culture, 0, localNow(ref))).flatMap(({ start, end, resolution }) => {
        const said = span(folded, run.start + start, run.start + end + 1);
        return entityOf(said, resolution?.values ?? [], ref);
      });
    } catch {
      return [];
    }
  });

/** The civil time of now as a date of this process's own zone: the recogniser reads local fields. */
const localNow = (ref: Reference): Date => {
  const { day, ms } = ref.zone.civil(ref.now);
  const { year, month, day: date } = ymd(day);
  return new Date(year, month - 1, date, 0, 0, 0, ms);
};

const entityOf = (said: Pick<Entity, 'start' | 'end' | 'text'>, values: readonly Value[], ref: Reference): Entity[] => {
  const [first] = values;
  if (first?.type === 'duration') {
    const seconds = Number(first.value);
    return seconds > 0 ? [{ ...said, type: 'duration', ms: seconds * 1000 }] : [];
  }
  const times = values.map((value) => timeOf(value, ref)).filter((value) => value !== null);
  return times.length === 0 ? [] : [{ ...said, type: 'time', values: times }];
};

const timeOf = ({ type, value, start, end }: Value, ref: Reference): TimeValue | null => {
  const from = instantOf(value ?? start, ref);
  if (from === null) return null;
  if (type === 'date') return { from, to: from + 86_400_000, precision: 'day', mod: null };
  if (type === 'datetime') return { from, to: from, precision: 'hour', mod: null };
  const to = instantOf(end, ref);
  return (type === 'daterange' || type === 'datetimerange') && to !== null && to > from
    ? { from, to, precision: 'range', mod: null }
    : null;
};

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/;

const instantOf = (local: string | undefined, ref: Reference): number | null => {
  const found = local === undefined ? null : LOCAL.exec(local);
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return ref.zone.instant(dayNumber(year, month, day), ((hour * 60 + minute) * 60 + second) * 1000);
};
