import { FILE_LIMIT } from '../../uploads/store.ts';
import type { ChannelCaps } from '../messaging/caps.ts';

const MINUTE_MS = 60_000;
const CLICKED = { ms: MINUTE_MS, quota: 3 };

/** Milliseconds from a push to our answer: the platform cuts the connection after 5 s and pushes again. */
export const REPLY_MS = 4000;

/** What an official account can do. A press of a menu's entry comes back as its label, so values may be anything. */
export const WECHAT_CAPS: ChannelCaps = {
  text: { max: 2048, unit: 'bytes', maxParts: 3 },
  actions: { native: 'msgmenu', max: 10, labelMax: 128, valueMax: 2048, unit: 'bytes', echo: 'label' },
  media: { in: ['image', 'voice', 'video', 'location'], out: ['image'], maxBytes: FILE_LIMIT },
  typing: true,
  receipts: false,
  reply: { budgetMs: REPLY_MS },
  windows: { message: { ms: 48 * 60 * MINUTE_MS, quota: 5 }, click: CLICKED, subscribe: CLICKED, scan: CLICKED },
  proactive: 'none',
};
