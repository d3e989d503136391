import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { LANGUAGES } from '../domain/ids.ts';
import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES, FAULT_LEVELS, INTENTS, SEVERITIES } from '../domain/labels.ts';

/** A labelled utterance, one line of `nlu/data/*.jsonl`. Labels mean what `domain/labels.ts` says. */
export const Example = z.strictObject({
  id: z.string().min(1).max(40),
  text: z.string().max(2000),
  language: z.enum(LANGUAGES),
  intent: z.enum(INTENTS),
  complaintCategory: z.enum(COMPLAINT_CATEGORIES).nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  faultCategory: z.enum(FAULT_CATEGORIES).nullable(),
  faultLevel: z.enum(FAULT_LEVELS).nullable(),
  /** Second wishes in the order said. */
  also: z.array(z.enum(INTENTS)).max(5),
  /** Paraphrase family or author: never split between training and test. */
  group: z.string().min(1).max(80),
  source: z.string().min(1).max(80),
  split: z.enum(['train', 'development', 'test', 'fresh']),
});
export type Example = z.infer<typeof Example>;

/** A labelled row of somebody else's: only text is needed. */
export const PartialExample = Example.partial()
  .extend({ text: z.string().max(20_000) })
  .loose();
export type PartialExample = z.infer<typeof PartialExample>;

/** A data file that cannot be read as what it should be; `line` counts from 1. */
export class BadExample extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'BadExample';
  }
}

/** Parses JSON lines; throws BadExample at the first bad one. Blank lines are skipped. */
export const parseLines = <T>(file: string, content: string, schema: z.ZodType<T>): T[] =>
  content.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(jsonOf(line, file, i + 1));
    if (!parsed.success) throw new BadExample(file, i + 1, z.prettifyError(parsed.error).replaceAll('\n', ' '));
    return [parsed.data];
  });

const jsonOf = (line: string, file: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new BadExample(file, number, 'not JSON');
  }
};

export const DATA = new URL('./data/', import.meta.url);

/** All examples of a folder, sorted by id so that the order of files and lines does not matter. */
export const readExamples = (folder: URL = DATA): Example[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => parseLines(name, readFileSync(new URL(name, folder), 'utf8'), Example))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
