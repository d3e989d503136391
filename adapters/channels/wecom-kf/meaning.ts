import { TEXT_LIMIT } from '../../../bot/activity.ts';
import { asksToStop } from '../messaging/consent.ts';
import type { ChannelMessage } from '../messaging/port.ts';
import { cut } from '../messaging/split.ts';
import { WORDLESS } from '../messaging/wordless.ts';
import type { KfItem } from './page.ts';

/** What a customer's message is about, without the ids and times that all have. */
export type Meaning = Pick<ChannelMessage, 'kind' | 'text' | 'trigger'> &
  Partial<Pick<ChannelMessage, 'location' | 'consent'>> & {
    /** Of a file, which can be had from the platform. */
    readonly media?: { readonly id: string; readonly wanted: 'image' | 'file' };
  };

/** What a customer's message says to us; null for one without a word. */
export function meaningOf(item: KfItem): Meaning | null {
  switch (item.msgtype) {
    case 'text':
      // a press of a menu's entry is its label, with the entry's id beside it; it gives the same quota
      return words(item.text?.content ?? '');
    case 'image':
      return file(item.image, 'image', WORDLESS.image);
    case 'file':
      return file(item.file, 'file', WORDLESS.file);
    case 'voice':
      return said(WORDLESS.voice);
    case 'video':
      return said(WORDLESS.video);
    case 'location':
      return place(item.location);
    case 'business_card':
      return said(WORDLESS.contact);
    case 'event':
      return null;
    default:
      return said(titleOf(item) || WORDLESS.other);
  }
}

function said(text: string): Meaning | null {
  return text.trim() === '' ? null : { kind: 'message', text: cut(text, TEXT_LIMIT, 'utf16'), trigger: 'message' };
}

function words(text: string): Meaning | null {
  const meaning = said(text);
  return meaning && asksToStop(text) ? { ...meaning, consent: false } : meaning;
}

function file(media: KfItem['image'], wanted: 'image' | 'file', wordless: string): Meaning | null {
  const meaning = said(wordless);
  return meaning && media ? { ...meaning, media: { id: media.media_id, wanted } } : meaning;
}

function place(location: KfItem['location']): Meaning | null {
  if (location === undefined) return said(WORDLESS.place);
  const { latitude, longitude, name, address } = location;
  const label = cut([name, address].filter(Boolean).join(', ').trim(), 300, 'utf16') || null;
  const meaning = said(label ?? WORDLESS.place);
  return meaning && { ...meaning, location: { latitude, longitude, label } };
}

function titleOf({
  link,
  miniprogram,
  channels,
  channels_shop_product: product,
  channels_shop_order: order,
  merged_msg: merged,
}: KfItem): string {
  const parts = [
    ...[link?.title, link?.desc, link?.url, miniprogram?.title, channels?.nickname, channels?.title],
    ...[product?.title, order?.product_titles, order?.order_id, merged?.title],
  ];
  return parts.filter(Boolean).join('\n').trim();
}
