import { type Document, LineCounter, parseDocument } from 'yaml';
import { explain, type Fault } from './issues.ts';
import { positionsIn } from './position.ts';
import { misfits } from './references.ts';
import { type Manual, manualSchema } from './schema.ts';

/** The manual, or everything that is wrong with it: one line a fault, `file:line:column: entry: what was found; what is allowed`. */
export type ManualRead =
  | { readonly kind: 'manual'; readonly manual: Manual }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** Larger than any real manual; stops a wrong file before it is read. */
const LONGEST_TEXT = 1_000_000;
/** How often an anchor may be repeated, so that a small file cannot grow without bound. */
const MOST_ALIASES = 100;
const MOST_FAULTS = 50;
/** Brackets within brackets; the parser takes seconds over thousands of them. */
const DEEPEST = 50;

/** Reads and checks a manual; `path` is only named in the faults. Never throws for what the text holds. */
export function parseManual(text: string, path: string): ManualRead {
  if (text.length > LONGEST_TEXT) return faulty([`${path}:1:1: longer than ${LONGEST_TEXT} characters`]);
  if (isDeep(text)) return faulty([`${path}:1:1: more than ${DEEPEST} brackets within one another`]);
  const lines = new LineCounter();
  let document: Document;
  let whole: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length === 0) whole = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return faulty([`${path}:1:1: cannot be read: ${error instanceof Error ? error.message : 'unknown'}`]);
  }
  const positions = positionsIn(document, lines);
  if (document.errors.length > 0) {
    return faulty(document.errors.map(({ pos, message }) => `${path}:${positions.at(pos[0])}: ${message}`));
  }
  const parsed = manualSchema.safeParse(whole);
  const faults: readonly Fault[] = parsed.success
    ? misfits(parsed.data).map((misfit) => ({ ...misfit, position: positions.of(misfit.path) }))
    : parsed.error.issues.flatMap((issue) => explain(manualSchema, issue, whole, positions));
  if (parsed.success && faults.length === 0) return { kind: 'manual', manual: parsed.data };
  return faulty(faults.map((fault) => line(path, fault)));
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function line(path: string, { position, path: entry, what }: Fault): string {
  return `${path}:${position}: ${entry.length === 0 ? 'the manual' : entry.map(String).join('.')}: ${what}`;
}

function faulty(faults: readonly string[]): ManualRead {
  const more = faults.length - MOST_FAULTS;
  return { kind: 'faulty', faults: more > 0 ? [...faults.slice(0, MOST_FAULTS), `and ${more} more`] : faults };
}
