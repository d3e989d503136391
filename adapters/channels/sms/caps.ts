import type { ChannelCaps } from '../messaging/caps.ts';
import { UNITS_OF_PART } from './parts.ts';
import type { SmsSettings } from './settings.ts';

/** Text only: quick replies are numbered, files are named. Each part costs, so they are few. */
export const SMS_CAPS: ChannelCaps = {
  text: { max: UNITS_OF_PART, unit: 'ucs2-part', maxParts: 5 },
  actions: { native: 'none', max: 0, labelMax: 0, valueMax: 0, unit: 'utf16', echo: 'label' },
  media: { in: [], out: [], maxBytes: 0 },
  typing: false,
  receipts: true,
  proactive: 'free',
};

/** The same for an account: its signature takes room, and so may each end of a part that would fall inside a character. */
export function capsOf({ signature, maxParts }: Pick<SmsSettings, 'signature' | 'maxParts'>): ChannelCaps {
  const reserved = (signature?.length ?? 0) + maxParts - 1;
  return { ...SMS_CAPS, text: { ...SMS_CAPS.text, maxParts, reserved } };
}
