import type { FileKind } from './kinds.ts';

// Control, zero-width and bidirectional characters can make a name look like another; slashes and the like are paths.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;
const LONGEST = 100;

/** A name that is safe to show and to save under, ending as its kind does. */
export function cleanName(given: string, kind: FileKind): string {
  const base = given
    .slice(0, 1000)
    .replace(UNSAFE, '')
    .replace(/^[\s.]+/, '')
    .trim();
  const name = [...(base === '' ? 'file' : base)];
  const ending = kind.endings.find((each) => name.join('').toLowerCase().endsWith(each));
  if (ending !== undefined && name.length <= LONGEST) return name.join('');
  const stem = ending === undefined ? name : name.slice(0, -ending.length);
  return stem.slice(0, LONGEST - 5).join('') + (ending ?? kind.endings[0] ?? '');
}

/** `attachment` with the name in both forms of RFC 6266. */
export function disposition(name: string): string {
  const ascii = name.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
