import type { Language } from './activity.ts';
import { get, isLanguage, text } from './activity.ts';
import { keys, readJson, remove, write } from './storage.ts';

export interface FileNote {
  readonly name: string;
  readonly type: string;
}

/** Why a message was not sent. */
export type Reason = 'tooLarge' | 'refused' | 'serverTrouble' | 'fileLost';

/** Something the customer said that the server has not yet acknowledged. */
export interface Outgoing {
  /** Stays the same over every repeat and reload, so the server takes it once. */
  readonly clientActivityID: string;
  /** Milliseconds since 1970; also the order. */
  readonly at: number;
  readonly language: Language;
  readonly what: { readonly kind: 'message'; readonly text: string } | { readonly kind: 'language' };
  readonly files: readonly FileNote[];
  readonly failed: Reason | undefined;
}

const prefix = 'shouwen.out.';
const reasons: readonly Reason[] = ['tooLarge', 'refused', 'serverTrouble', 'fileLost'];

/** One key a message, so that two tabs never overwrite each other's. */
export function store(outgoing: Outgoing): void {
  write(prefix + outgoing.clientActivityID, JSON.stringify(outgoing));
}

export function forget({ clientActivityID }: Outgoing): void {
  remove(prefix + clientActivityID);
}

export function stored(): Outgoing[] {
  return keys(prefix)
    .flatMap((key) => read(key.slice(prefix.length), readJson(key)))
    .sort((a, b) => a.at - b.at);
}

function read(clientActivityID: string, value: unknown): Outgoing[] {
  const language = get(value, 'language');
  const at = get(value, 'at');
  const files = get(value, 'files');
  if (!isLanguage(language) || typeof at !== 'number' || !Array.isArray(files)) return [];
  return [
    {
      clientActivityID,
      at,
      language,
      what:
        get(value, 'what', 'kind') === 'language'
          ? { kind: 'language' }
          : { kind: 'message', text: text(get(value, 'what', 'text')) },
      files: files.map((file) => ({ name: text(get(file, 'name')), type: text(get(file, 'type')) })),
      failed: reasons.find((reason) => reason === get(value, 'failed')),
    },
  ];
}
