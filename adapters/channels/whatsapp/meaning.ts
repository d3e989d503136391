import { TEXT_LIMIT } from '../../../bot/activity.ts';
import { asksToStop } from '../messaging/consent.ts';
import type { ChannelMessage } from '../messaging/port.ts';
import { cut } from '../messaging/split.ts';
import { WORDLESS } from '../messaging/wordless.ts';
import type { HookMessage } from './hook.ts';

/** What a message is about, without the ids and times that all have. */
export type Meaning = Pick<ChannelMessage, 'kind' | 'text' | 'trigger'> &
  Partial<Pick<ChannelMessage, 'value' | 'location' | 'consent'>> & {
    /** Of a file, which can be had from the platform. */
    readonly media?: { readonly id: string; readonly name: string };
  };

/** What a message says to us; null for what asks for nothing (reactions, words in groups, news of the platform). */
export function meaningOf(message: HookMessage): Meaning | null {
  if (message.group_id !== undefined) return null;
  switch (message.type) {
    case 'text':
      return words(message.text?.body ?? '');
    case 'image':
      return file(message.image, WORDLESS.image);
    case 'document':
      return file(message.document, WORDLESS.file);
    case 'audio':
      return said(WORDLESS.voice);
    case 'video':
      return said(message.video?.caption || WORDLESS.video);
    case 'location':
      return place(message.location);
    case 'contacts':
      return said([WORDLESS.contact, ...namesOf(message)].join(' '));
    case 'button':
      return pressed(
        message.button && { id: message.button.payload ?? message.button.text, title: message.button.text },
      );
    case 'interactive':
      return interactive(message.interactive);
    case 'request_welcome':
      return { kind: 'arrival', text: '', trigger: 'subscribe' };
    case 'system':
      // the number, or the id made for us, belongs to nobody or somebody else from now on
      return /^user_changed_/.test(message.system?.type ?? '')
        ? { kind: 'departure', text: '', trigger: 'message', consent: false }
        : null;
    case 'reaction':
      return null;
    default:
      return said(WORDLESS.other);
  }
}

function said(text: string): Meaning | null {
  return text.trim() === '' ? null : { kind: 'message', text: cut(text, TEXT_LIMIT, 'utf16'), trigger: 'message' };
}

function words(text: string): Meaning | null {
  const meaning = said(text);
  return meaning && asksToStop(text) ? { ...meaning, consent: false } : meaning;
}

function pressed(reply: { readonly id: string; readonly title: string } | undefined): Meaning | null {
  const meaning = reply ? words(reply.title) : null;
  return meaning && reply ? { ...meaning, trigger: 'click', value: reply.id } : null;
}

function interactive(reply: HookMessage['interactive']): Meaning | null {
  if (reply?.button_reply) return pressed(reply.button_reply);
  const row = reply?.list_reply;
  if (row === undefined) return said(reply?.nfm_reply?.body ?? '');
  // the whole label stands below a title that it was too long for
  const whole = row.title.endsWith('…') && row.description !== undefined;
  return pressed({ id: row.id, title: whole && row.description ? row.description : row.title });
}

function file(media: HookMessage['image'], wordless: string): Meaning | null {
  const meaning = said(media?.caption || wordless);
  return meaning && media ? { ...meaning, media: { id: media.id, name: media.filename ?? 'image' } } : meaning;
}

function place(location: HookMessage['location']): Meaning | null {
  if (location === undefined) return said(WORDLESS.place);
  const { latitude, longitude, name, address } = location;
  const label = cut([name, address].filter(Boolean).join(', '), 300, 'utf16') || null;
  const meaning = said(label ?? WORDLESS.place);
  return meaning && { ...meaning, location: { latitude, longitude, label } };
}

function namesOf({ contacts }: HookMessage): string[] {
  return (contacts ?? []).flatMap(({ name }) => name?.formatted_name ?? []).slice(0, 5);
}
