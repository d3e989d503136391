import { FILE_LIMIT } from '../../uploads/store.ts';
import type { ChannelCaps } from '../messaging/caps.ts';

const WINDOW = { ms: 24 * 3_600_000, quota: null };

/** What the Cloud API can do: reply buttons for three short choices, a list for ten. */
export const WHATSAPP_CAPS: ChannelCaps = {
  text: { max: 4096, unit: 'utf16', maxParts: 4 },
  actions: { native: 'buttons+list', max: 10, labelMax: 72, valueMax: 200, unit: 'utf16', echo: 'id' },
  media: { in: ['image', 'voice', 'video', 'file', 'location'], out: ['image', 'file'], maxBytes: FILE_LIMIT },
  typing: true,
  receipts: true,
  windows: { message: WINDOW, click: WINDOW, subscribe: WINDOW },
  proactive: 'template',
};
