import { FILE_LIMIT } from '../../uploads/store.ts';
import type { ChannelCaps } from '../messaging/caps.ts';

/** How long after a customer's message they may be written to. */
export const WINDOW_MS = 48 * 3_600_000;
/** How long a customer who enters may be greeted, with one message. */
export const WELCOME_MS = 20_000;

/** What customer service can do. A press of a menu's entry comes back as its label, so values may be anything. */
export const WECOM_KF_CAPS: ChannelCaps = {
  text: { max: 2048, unit: 'bytes', maxParts: 3 },
  actions: { native: 'msgmenu', max: 10, labelMax: 128, valueMax: 2048, unit: 'bytes', echo: 'label' },
  media: { in: ['image', 'voice', 'video', 'file', 'location'], out: ['image', 'file'], maxBytes: FILE_LIMIT },
  typing: false,
  // only of what did not arrive
  receipts: false,
  windows: { message: { ms: WINDOW_MS, quota: 5 }, subscribe: { ms: WELCOME_MS, quota: 1 } },
  proactive: 'none',
};
