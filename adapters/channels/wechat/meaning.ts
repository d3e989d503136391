import { TEXT_LIMIT } from '../../../bot/activity.ts';
import { cut } from '../messaging/split.ts';
import type { Meaning, Push } from './push.ts';
import type { WechatSettings } from './settings.ts';

/** What a push says to us; null for what asks for nothing (menu links, places that are reported unasked, receipts). */
export function meaningOf(push: Push, { clicks }: Pick<WechatSettings, 'clicks'>): Meaning | null {
  switch (push.MsgType) {
    case 'text':
      // a press of a menu in the conversation gives no quota of its own, as far as the platform says
      return said(push.Content ?? '', push.bizmsgmenuid === undefined ? 'message' : 'click');
    case 'image':
      return said('[图片]');
    case 'voice':
      // read by the platform, when the account has that switched on
      return said(push.Recognition?.trim() || '[语音]');
    case 'video':
    case 'shortvideo':
      return said('[视频]');
    case 'location':
      return place(push);
    case 'link':
      return said([push.Title, push.Description, push.Url].filter(Boolean).join('\n'));
    case 'event':
      return event(push, clicks);
    default:
      return null;
  }
}

function said(text: string, trigger: Meaning['trigger'] = 'message'): Meaning | null {
  return text.trim() === '' ? null : { kind: 'message', text: cut(text, TEXT_LIMIT, 'utf16'), trigger };
}

/** X is the latitude. */
function place({ Location_X = '', Location_Y = '', Label = '' }: Push): Meaning {
  const latitude = Number(Location_X);
  const longitude = Number(Location_Y);
  const label = Label.trim() === '' ? null : cut(Label.trim(), 300, 'utf16');
  const known = Location_X !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return {
    kind: 'message',
    text: label ?? '[位置]',
    trigger: 'message',
    ...(known ? { location: { latitude, longitude, label } } : {}),
  };
}

function event({ Event = '', EventKey = '' }: Push, clicks: WechatSettings['clicks']): Meaning | null {
  switch (Event.toUpperCase()) {
    case 'SUBSCRIBE':
      return { kind: 'arrival', text: '', trigger: 'subscribe', consent: true };
    case 'UNSUBSCRIBE':
      return { kind: 'departure', text: '', trigger: 'subscribe', consent: false };
    case 'SCAN':
      return { kind: 'arrival', text: '', trigger: 'scan' };
    case 'CLICK': {
      const meaning = said((Object.hasOwn(clicks, EventKey) ? clicks[EventKey] : undefined) ?? EventKey, 'click');
      return meaning && { ...meaning, value: EventKey };
    }
    default:
      return null;
  }
}
