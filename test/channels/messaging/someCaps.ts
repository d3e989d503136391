import type { ChannelCaps } from '../../../adapters/channels/messaging/caps.ts';

/** A channel that can do little; `over` says what this test is about. */
export function someCaps(over: Partial<ChannelCaps> = {}): ChannelCaps {
  return {
    text: { max: 2048, unit: 'bytes', maxParts: 3 },
    actions: { native: 'none', max: 0, labelMax: 0, valueMax: 0, unit: 'utf16', echo: 'label' },
    media: { in: [], out: [], maxBytes: 0 },
    typing: false,
    receipts: false,
    proactive: 'none',
    ...over,
  };
}
