import { readFileSync } from 'node:fs';
import { withoutMark } from '../../nlu/cli/input.ts';

/** The text of a file that a setting names, or why there is none. */
export function readNamed(
  setting: string,
  path: string,
  allowed: string,
): { readonly kind: 'text'; readonly text: string } | { readonly kind: 'faulty'; readonly faults: readonly string[] } {
  try {
    return { kind: 'text', text: withoutMark(readFileSync(path, 'utf8')) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code] ?? code;
    return { kind: 'faulty', faults: [`${setting}: found ${JSON.stringify(path)}: ${why}; allowed: ${allowed}`] };
  }
}
