import { whatsapp } from '../../../adapters/channels/whatsapp/index.ts';
import { JSON_BOMBS } from '../../simulators/bombs.ts';
import { openWhatsapp, type WhatsappPlatform } from '../../simulators/whatsapp.ts';
import { channelAcceptance } from '../messaging/acceptance.ts';
import { mapValues } from '../messaging/mapValues.ts';

const HI = { type: 'text', text: { body: '喂' } } as const;

channelAcceptance<WhatsappPlatform>('whatsapp', {
  channel: whatsapp,
  open: (now) => openWhatsapp(now),
  forged(platform, { source }) {
    const { sends } = platform.customer(source);
    const signed = (change: (signature: string) => string) =>
      sends(HI, {
        headers: (headers) =>
          Object.assign(headers, { 'x-hub-signature-256': change(headers['x-hub-signature-256'] ?? '') }),
      });
    return {
      'no signature': sends(HI, { headers: (headers) => delete headers['x-hub-signature-256'] }),
      'an empty one': signed(() => ''),
      'a short one': signed((signature) => signature.slice(0, -1)),
      'a long one': signed((signature) => `${signature}0`),
      'one digit changed': signed((signature) => signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))),
      'without its kind': signed((signature) => signature.replace('sha256=', '')),
      'of another kind': signed((signature) => signature.replace('sha256=', 'sha1=')),
      'no digits': signed(() => `sha256=${'z'.repeat(64)}`),
      'a changed body': sends(HI, { tamper: (json) => json.replace('messages', 'messageS') }),
      'the same JSON in other bytes': sends(HI, { tamper: (json) => JSON.stringify(JSON.parse(json)) }),
      'another secret': sends(HI, { secret: 'another-secret' }),
    };
  },
  huge: (platform, bytes) => platform.customer().sends(HI, { body: (json) => json.padEnd(bytes) }),
  unreadable(platform) {
    const { sends } = platform.customer();
    const entry = (changes: unknown) => ({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] });
    return {
      'no JSON': sends(HI, { body: () => '<xml/>' }),
      nothing: sends(HI, { body: () => '' }),
      'half of it': sends(HI, { body: (json) => json.slice(0, 80) }),
      'a list': sends(HI, { body: () => '[]' }),
      ...mapValues(JSON_BOMBS, (bomb) => sends(HI, { body: () => bomb })),
      'prototypes in it': sends(HI, { body: (json) => json.replace('"entry"', '"__proto__":{},"entry"') }),
      'another object': platform.hook({ object: 'page', entry: [] }),
      'another field': platform.hook(entry([{ field: 'account_update', value: {} }])),
      'another number': sends(HI, { body: (json) => json.replace('106540352242922', '1') }),
      'no changes': platform.hook(entry([])),
      'a time that is none': sends({ ...HI, timestamp: 'soon' }),
      'nobody it is from': sends(
        { ...HI, from: undefined },
        { body: (json) => json.replace(/"wa_id":"\d+"/, '"x":1') },
      ),
      'no id': sends({ ...HI, id: '' }),
      'no words': sends({ type: 'text', text: { body: '  ' } }),
      'a reaction': sends({ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }),
      'words in a group': sends({ ...HI, group_id: 'g1' }),
      'a status of tomorrow': platform.hook(entry([platform.change({ statuses: [{ id: 'x', status: 'dreamt' }] })])),
    };
  },
  odd(platform, { source }) {
    const { sends } = platform.customer(source);
    return {
      'an empty voice': sends({ type: 'audio', audio: {} }),
      'a video': sends({ type: 'video', video: { id: '1' } }),
      'a picture that is gone': sends({ type: 'image', image: { id: 'none' } }),
      'a place': sends({ type: 'location', location: { latitude: 1, longitude: 2 } }),
      'a card': sends({ type: 'contacts', contacts: [{}] }),
      'a form': sends({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: {} } }),
      'an order': sends({ type: 'order', order: {} }),
      'a type of tomorrow': sends({ type: 'hologram' }),
      unsupported: sends({ type: 'unsupported', errors: [{ code: 131051 }] }),
    };
  },
  mishap({ api }, kind, times) {
    const kinds = kind === 'away' ? (['http 500', 131016] as const) : ([130429, 80007] as const);
    api.mishaps.splice(
      0,
      Infinity,
      ...Array.from({ length: times }, (_, at) => kinds[at % kinds.length] ?? 'http 500'),
    );
  },
  codes: { away: ['http-500', '131016'], throttled: ['130429', '80007'] },
  typed: ({ api }) => api.typed.length,
});
