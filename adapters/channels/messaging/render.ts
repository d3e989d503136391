import { createHash } from 'node:crypto';
import type { LogEntry } from '../../../bot/conversations.ts';
import { FILES_PATH } from '../../uploads/store.ts';
import type { ChannelCaps } from './caps.ts';
import { menuText } from './menu.ts';
import type { Outgoing } from './port.ts';
import { cut, mostOf, sizeOf, split } from './split.ts';

const GAP = '\n\n';

type Action = Outgoing['actions'][number];

/** A turn's messages as one channel shows them, and the menu whose numbers the customer may answer with. */
export interface Rendered {
  readonly messages: readonly Outgoing[];
  readonly menu: readonly Action[];
}

/**
 * Merge, degrade, split: the entries of a turn become as few messages as the channel takes, the quick replies at the end
 * of the last one, natively where they fit, else as a numbered menu. Agents' and the bot's words are joined by blank
 * lines; files go after the words. Ids follow from conversation and position, so that a repeat has the same.
 */
export function renderTurn(conversation: string, entries: readonly LogEntry[], caps: ChannelCaps): Rendered {
  const said = entries.filter(({ activity }) => activity.type === 'message' && activity.from.role === 'bot');
  const last = said.at(-1);
  if (last === undefined) return { messages: [], menu: [] };
  const offered = actionsOf(said);
  const native = fits(offered, caps);
  const words = said.map(({ activity }) => activity.text ?? '').filter((text) => text !== '');
  const text = withMenu(words.join(GAP), native ? '' : menuText(offered), caps);
  const parts = split(text, caps);
  const texts: Outgoing[] = parts.map((part, index) => ({
    id: idOf(conversation, last.position, `t${index}`),
    text: part,
    actions: native && index === parts.length - 1 ? offered : [],
  }));
  return { messages: [...texts, ...files(conversation, said, caps)], menu: offered };
}

/** Quick replies of the newest message that has any. */
function actionsOf(said: readonly LogEntry[]): readonly Action[] {
  const newest = said.findLast(({ activity }) => (activity.suggestedActions?.actions.length ?? 0) > 0)?.activity;
  return (newest?.suggestedActions?.actions ?? []).map(({ title, value }) => ({ label: title, value }));
}

function fits(actions: readonly Action[], { actions: can }: ChannelCaps): boolean {
  if (actions.length === 0) return true;
  if (can.native === 'none' || actions.length > can.max) return false;
  const size = (text: string) => (can.unit === 'bytes' ? Buffer.byteLength(text) : text.length);
  return actions.every(({ label, value }) => size(label) <= can.labelMax && size(value) <= can.valueMax);
}

/** Where all must go into one message, the words are cut rather than the choices below them. */
function withMenu(words: string, menu: string, caps: ChannelCaps): string {
  const { unit } = caps.text;
  const room = mostOf(caps) - sizeOf(menu + GAP, unit);
  const head = unit === 'ucs2-part' && menu !== '' && room > 0 ? cut(words, room, unit) : words;
  return [head, menu].filter((part) => part !== '').join(GAP);
}

function files(conversation: string, said: readonly LogEntry[], caps: ChannelCaps): Outgoing[] {
  return said.flatMap(({ activity, position }) =>
    (activity.attachments ?? []).flatMap((file, index): Outgoing[] => {
      const url = file.contentUrl ?? '';
      const kind = file.contentType.startsWith('image/') ? 'image' : 'file';
      if (!url.startsWith(FILES_PATH)) return [];
      const id = idOf(conversation, position, `f${index}`);
      const name = cut(file.name ?? kind, 100, 'utf16');
      if (!caps.media.out.includes(kind)) return [{ id, text: `[${name}]`, actions: [] }];
      return [{ id, text: '', actions: [], media: { kind, contentType: file.contentType, url, name } }];
    }),
  );
}

function idOf(conversation: string, position: number, part: string): string {
  return createHash('sha256').update(`${conversation}\n${position}\n${part}`).digest('base64url').slice(0, 32);
}
