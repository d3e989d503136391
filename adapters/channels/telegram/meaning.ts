import { TEXT_LIMIT } from '../../../bot/activity.ts';
import { FILE_LIMIT } from '../../uploads/store.ts';
import { asksToStop } from '../messaging/consent.ts';
import type { ChannelMessage, Outgoing } from '../messaging/port.ts';
import { cut } from '../messaging/split.ts';
import { WORDLESS } from '../messaging/wordless.ts';
import { meantBy } from './keyboard.ts';
import type { Callback, TelegramMessage } from './update.ts';

/** What an update is about, without the ids and times that all have. */
export type Meaning = Pick<ChannelMessage, 'kind' | 'text' | 'trigger'> &
  Partial<Pick<ChannelMessage, 'value' | 'location' | 'consent'>> & {
    /** Of a file, which can be had from the platform. */
    readonly media?: { readonly id: string; readonly name: string };
  };

/** What a message says to us; null for what asks for nothing. */
export function meaningOf(message: TelegramMessage): Meaning | null {
  const { text = '', caption = '' } = message;
  if (/^\/start(?:@\w+)?(?:\s|$)/.test(text)) return { kind: 'arrival', text: '', trigger: 'subscribe', consent: true };
  if (text !== '') return words(text);
  if (message.photo) return pictured(message.photo, caption);
  if (message.document) return document(message.document, caption);
  if (message.voice !== undefined || message.audio !== undefined) return said(caption || WORDLESS.voice);
  if (message.video !== undefined || message.video_note !== undefined) return said(caption || WORDLESS.video);
  if (message.contact) return said([WORDLESS.contact, message.contact.first_name].filter(Boolean).join(' '));
  const place = message.venue?.location ?? message.location;
  if (place) return placed(place, message.venue);
  if (message.new_chat_members !== undefined || message.pinned_message !== undefined) return null;
  return said(WORDLESS.other);
}

/** What a pressed button says: its label, and its value when we still know it. */
export function pressedOf({ data, message }: Callback, menu: Outgoing['actions']): Meaning | null {
  if (data === undefined) return null;
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const value = meantBy(data, menu);
  const label = buttons.find(({ callback_data }) => callback_data === data)?.text;
  const shown = label ?? menu.find((action) => action.value === value)?.label ?? value;
  const meaning = shown === null ? null : said(shown);
  return meaning && { ...meaning, trigger: 'click', ...(value === null ? {} : { value }) };
}

function said(text: string): Meaning | null {
  return text.trim() === '' ? null : { kind: 'message', text: cut(text, TEXT_LIMIT, 'utf16'), trigger: 'message' };
}

function words(text: string): Meaning | null {
  const meaning = said(text);
  return meaning && asksToStop(text) ? { ...meaning, consent: false } : meaning;
}

function pictured(sizes: NonNullable<TelegramMessage['photo']>, caption: string): Meaning | null {
  const best = sizes.filter(({ file_size = 0 }) => file_size <= FILE_LIMIT).at(-1);
  return withMedia(caption || WORDLESS.image, best && { id: best.file_id, name: 'image' });
}

function document(file: NonNullable<TelegramMessage['document']>, caption: string): Meaning | null {
  const { file_id, file_name = 'file', file_size = 0 } = file;
  return withMedia(caption || WORDLESS.file, file_size <= FILE_LIMIT ? { id: file_id, name: file_name } : undefined);
}

function withMedia(text: string, media: Meaning['media']): Meaning | null {
  const meaning = said(text);
  return meaning && media ? { ...meaning, media } : meaning;
}

function placed(place: NonNullable<TelegramMessage['location']>, venue: TelegramMessage['venue']): Meaning | null {
  const label = cut([venue?.title, venue?.address].filter(Boolean).join(', '), 300, 'utf16') || null;
  const meaning = said(label ?? WORDLESS.place);
  return meaning && { ...meaning, location: { ...place, label } };
}
