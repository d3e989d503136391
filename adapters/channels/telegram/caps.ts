import { FILE_LIMIT } from '../../uploads/store.ts';
import type { ChannelCaps } from '../messaging/caps.ts';

/** What a Telegram bot can do. A button carries 64 bytes; longer values are kept by us. */
export const TELEGRAM_CAPS: ChannelCaps = {
  text: { max: 4096, unit: 'utf16', maxParts: 4 },
  actions: { native: 'inline', max: 20, labelMax: 64, valueMax: 2048, unit: 'utf16', echo: 'id' },
  media: { in: ['image', 'voice', 'video', 'file', 'location'], out: ['image', 'file'], maxBytes: FILE_LIMIT },
  typing: true,
  receipts: false,
  proactive: 'free',
};
