/** The files customers may send, told by their first bytes; what the sender calls them is not believed. */
export interface FileKind {
  readonly contentType: string;
  /** The first one is added to a name that has none of them. */
  readonly endings: readonly string[];
}

/** Bytes needed to tell. */
export const MAGIC_BYTES = 12;

const KINDS: readonly { kind: FileKind; matches: (head: string) => boolean }[] = [
  { kind: { contentType: 'image/png', endings: ['.png'] }, matches: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  {
    kind: { contentType: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
    matches: (head) => head.startsWith('\xff\xd8\xff'),
  },
  {
    kind: { contentType: 'image/gif', endings: ['.gif'] },
    matches: (head) => head.startsWith('GIF87a') || head.startsWith('GIF89a'),
  },
  {
    kind: { contentType: 'image/webp', endings: ['.webp'] },
    matches: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP',
  },
  { kind: { contentType: 'application/pdf', endings: ['.pdf'] }, matches: (head) => head.startsWith('%PDF-') },
];

/** Null when it is none of them. */
export function kindOf(head: Buffer): FileKind | null {
  const text = head.subarray(0, MAGIC_BYTES).toString('latin1');
  return KINDS.find(({ matches }) => matches(text))?.kind ?? null;
}
