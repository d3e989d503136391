import type { EntryView, NoteView } from '../../../../adapters/desk/schemas.ts';
import { dayKey } from '../../lib/format.ts';
import type { Outgoing } from '../../lib/outbox.ts';

/** Who said an entry, from where the agent sits. */
export type Speaker = 'customer' | 'bot' | 'me' | 'agent';

/** One line of the pane, in its place. `opens`: the first of what one speaker said in a row, which carries the name. */
export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly entry: EntryView;
      readonly speaker: Speaker;
      readonly opens: boolean;
    }
  | { readonly kind: 'note'; readonly key: string; readonly note: NoteView }
  | { readonly kind: 'outgoing'; readonly key: string; readonly message: Outgoing; readonly opens: boolean };

/** After so long a pause the same speaker is named again. */
const PAUSE_MS = 5 * 60_000;

/**
 * The transcript in the server's order, notes among it by their time, days between, and last what is still on its way.
 * A message keeps its key when the transcript's own entry takes its place, so that it does not flicker.
 */
export function lines(
  entries: readonly EntryView[],
  notes: readonly NoteView[],
  outbox: readonly Outgoing[],
  me: string,
): readonly Line[] {
  const found: Line[] = [];
  const waiting = [...notes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let day: string | null = null;
  let before: { readonly by: string; readonly at: number } | null = null;

  const begin = (at: string) => {
    const key = dayKey(at);
    if (key === day) return;
    day = key;
    before = null;
    found.push({ kind: 'day', key: `day ${key} ${found.length}`, at });
  };
  const opens = (by: string, at: string): boolean => {
    const now = Date.parse(at);
    const fresh = before === null || before.by !== by || now - before.at > PAUSE_MS;
    before = { by, at: now };
    return fresh;
  };
  const put = (note: NoteView) => {
    begin(note.at);
    before = null;
    found.push({ kind: 'note', key: `note ${note.id}`, note });
  };

  for (const entry of entries) {
    for (let note = waiting[0]; note && Date.parse(note.at) < Date.parse(entry.at); note = waiting[0]) {
      put(note);
      waiting.shift();
    }
    begin(entry.at);
    const speaker = speakerOf(entry, me);
    const key = speaker === 'me' && entry.clientId !== null ? entry.clientId : `${entry.position}`;
    found.push({ kind: 'entry', key, entry, speaker, opens: opens(entry.agent ?? speaker, entry.at) });
  }
  for (const note of waiting) put(note);
  for (const message of outbox) {
    begin(message.at);
    found.push({ kind: 'outgoing', key: message.id, message, opens: opens(me, message.at) });
  }
  return found;
}

export function speakerOf({ from, agent }: EntryView, me: string): Speaker {
  if (from !== 'agent') return from;
  return agent === me ? 'me' : 'agent';
}
