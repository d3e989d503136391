import type { SentFile } from '../../lib/outbox.ts';

/** A file of the next message: being uploaded, or taken by the server. */
export interface DraftFile {
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
  /** Of the picture on this machine; null for other files. */
  readonly preview: string | null;
  /** Null until it is uploaded. */
  readonly sent: SentFile | null;
}
export interface Draft {
  readonly reply: string;
  readonly note: string;
  readonly files: readonly DraftFile[];
}
export const emptyDraft: Draft = { reply: '', note: '', files: [] };

/** What was begun in each conversation, kept while one works in another. In memory only: it is about customers. */
const drafts = new Map<string, Draft>();
let owner: string | null = null;
const listeners = new Set<() => void>();

export function draftOf(conversation: string): Draft {
  return drafts.get(conversation) ?? emptyDraft;
}

/** Applies to the newest draft: an upload may end while one types. */
export function changeDraft(conversation: string, what: (draft: Draft) => Draft): void {
  const draft = what(draftOf(conversation));
  if (draft.reply === '' && draft.note === '' && draft.files.length === 0) drafts.delete(conversation);
  else drafts.set(conversation, draft);
  for (const listener of listeners) listener();
}

export function listenToDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whoever signs in again finds what they had begun; nobody else does. */
export function draftsBelongTo(staff: string): void {
  if (owner !== staff) drafts.clear();
  owner = staff;
}

export function anyDraft(): boolean {
  return drafts.size > 0;
}
