import { wechat } from '../../../adapters/channels/wechat/index.ts';
import { xmlBombs } from '../../simulators/bombs.ts';
import { openWechat, type WechatPlatform } from '../../simulators/wechat.ts';
import { WRONG_SEALS } from '../../simulators/wrongSeals.ts';
import { channelAcceptance } from '../messaging/acceptance.ts';
import { mapValues } from '../messaging/mapValues.ts';
import { shopNow } from '../messaging/shop.ts';

const FIELDS =
  '<ToUserName>g</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId>';
const HI = { MsgType: 'text', Content: '喂' } as const;

channelAcceptance<WechatPlatform>('wechat', {
  channel: wechat,
  open: (now) => openWechat(now),
  forged(platform, { source }) {
    const { pushes } = platform.customer(source);
    const query = (change: (query: Record<string, string>) => void) => pushes(HI, { query: change });
    return {
      'no signature': query((q) => delete q.msg_signature),
      'an empty one': query((q) => Object.assign(q, { msg_signature: '' })),
      'a short one': query((q) => Object.assign(q, { msg_signature: q.msg_signature?.slice(1) })),
      'a long one': query((q) => Object.assign(q, { msg_signature: `${q.msg_signature}0` })),
      'one letter changed': query((q) =>
        Object.assign(q, { msg_signature: q.msg_signature?.replace(/^./, (c) => (c === '0' ? '1' : '0')) }),
      ),
      'only the plain signature': query((q) => Object.assign(q, { msg_signature: q.signature })),
      'another nonce': query((q) => Object.assign(q, { nonce: '1' })),
      'no time': query((q) => delete q.timestamp),
      'a changed body': pushes(HI, { body: (xml) => xml.replace(/(.)\]\]><\/Encrypt>/, 'A$1]]></Encrypt>') }),
      'plain in safe mode': pushes(HI, { mode: 'plain' }),
      'for another account': pushes(HI, { appId: 'wxffffffffffffffff' }),
      'another token': pushes(HI, { token: 'Other' }),
      'another key': pushes(HI, { key: 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba' }),
      ...mapValues(WRONG_SEALS, (seal) => pushes(HI, { seal })),
    };
  },
  stale: (platform) => platform.customer().pushes(HI, { at: shopNow() - 301_000 }),
  huge: (platform, bytes) => platform.customer().pushes(HI, { body: (xml) => xml.padEnd(bytes) }),
  unreadable(platform) {
    const { pushes } = platform.customer();
    return {
      'no XML': pushes(HI, { body: () => '{"a":1}' }),
      nothing: pushes(HI, { body: () => '' }),
      'half of it': pushes(HI, { body: (xml) => xml.slice(0, 80) }),
      'bad UTF-8': pushes(HI, { body: () => '\ud800' }),
      'no type': pushes({ MsgType: '' }),
      'a time that is none': pushes({ ...HI, CreateTime: 'soon' }),
      'an id that is none': pushes({ ...HI, MsgId: '../../x' }),
      'no words': pushes({ ...HI, Content: '  ' }),
      'a type of tomorrow': pushes({ MsgType: 'hologram' }),
      'an event of tomorrow': pushes({ MsgType: 'event', Event: 'telepathy' }),
      ...mapValues(xmlBombs(FIELDS), (bomb) => pushes(HI, { xml: () => bomb })),
      ...mapValues(xmlBombs(FIELDS), (bomb) => pushes(HI, { body: () => bomb }), 'outside: '),
    };
  },
  odd(platform, { source }) {
    const { pushes } = platform.customer(source);
    return {
      'an empty voice': pushes({ MsgType: 'voice', MediaId: 'none', Format: 'amr', Recognition: '' }),
      'a video': pushes({ MsgType: 'shortvideo', MediaId: 'none', ThumbMediaId: 'none' }),
      'a picture that is gone': pushes({ MsgType: 'image', PicUrl: 'http://x', MediaId: 'none' }),
      'a place': pushes({ MsgType: 'location', Location_X: 'x', Location_Y: '', Scale: 1, Label: '' }),
      'a link': pushes({ MsgType: 'link', Title: '', Description: '', Url: '' }),
      'a click without a key': pushes({ MsgType: 'event', Event: 'CLICK', EventKey: '' }),
    };
  },
  tokens: { expire: ({ api }) => api.expireToken(), asked: ({ api }) => api.asked },
  mishap({ api }, kind, times) {
    const kinds = kind === 'away' ? (['http 500', 'busy'] as const) : (['http 429'] as const);
    api.mishaps.splice(0, Infinity, ...Array.from({ length: times }, (_, at) => kinds[at % kinds.length] ?? 'busy'));
  },
  codes: { away: ['http-500', '-1'], throttled: ['http-429'] },
  typed: ({ api }) => api.typed.length,
  overQuota: ({ api }) => api.refused.filter((code) => code === 45047 || code === 45015).length,
});
