import { wecomKf } from '../../../adapters/channels/wecom-kf/index.ts';
import { xmlBombs } from '../../simulators/bombs.ts';
import { openWecomKf, type WecomKfPlatform } from '../../simulators/wecom-kf.ts';
import { WRONG_SEALS } from '../../simulators/wrongSeals.ts';
import { channelAcceptance } from '../messaging/acceptance.ts';
import { mapValues } from '../messaging/mapValues.ts';
import { shopNow } from '../messaging/shop.ts';

const FIELDS =
  '<ToUserName>w</ToUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>kf_msg_or_event</Event><OpenKfId>wkNobody</OpenKfId>';
const HI = { msgtype: 'text', text: { content: '喂' } } as const;

channelAcceptance<WecomKfPlatform>('wecom-kf', {
  channel: wecomKf,
  open: (now) => openWecomKf(now),
  forged(platform, { source }) {
    const kf = source.split('/')[0] ?? '';
    const query = (change: (query: Record<string, string>) => void) => platform.calls(kf, { query: change });
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
      'a changed body': platform.calls(kf, { body: (xml) => xml.replace(/(.)\]\]><\/Encrypt>/, 'A$1]]></Encrypt>') }),
      'not sealed': platform.calls(kf, { mode: 'plain' }),
      'for another corporation': platform.calls(kf, { appId: 'wwffffffffffffffff' }),
      'another token': platform.calls(kf, { token: 'Other' }),
      'another key': platform.calls(kf, { key: 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba' }),
      ...mapValues(WRONG_SEALS, (seal) => platform.calls(kf, { seal })),
    };
  },
  stale: (platform) => platform.calls('wkFirst', { at: shopNow() - 301_000 }),
  huge: (platform, bytes) => platform.calls('wkFirst', { body: (xml) => xml.padEnd(bytes) }),
  unreadable(platform) {
    const { calls } = platform;
    const { writes } = platform.customer();
    return {
      'no XML': calls('wkFirst', { body: () => '{"a":1}' }),
      nothing: calls('wkFirst', { body: () => '' }),
      'half of it': calls('wkFirst', { body: (xml) => xml.slice(0, 80) }),
      'bad UTF-8': calls('wkFirst', { body: () => '\ud800' }),
      'no type': calls('wkFirst', {}, { MsgType: '' }),
      'an account of nobody': calls('wkNobody'),
      'an event of tomorrow': calls('wkFirst', {}, { Event: 'telepathy' }),
      ...mapValues(xmlBombs(FIELDS), (bomb) => calls('wkFirst', { xml: () => bomb })),
      ...mapValues(xmlBombs(FIELDS), (bomb) => calls('wkFirst', { body: () => bomb }), 'outside: '),
      'a message without a type': writes({}),
      'a customer that is none': writes({ ...HI, external_userid: '../../x' }),
      'a time that is none': writes({ ...HI, send_time: 'soon' }),
      'no words': writes({ msgtype: 'text', text: { content: ' ' } }),
      'no text': writes({ msgtype: 'text' }),
      'an agent’s words': writes({ ...HI, origin: 5, servicer_userid: 'zhangsan' }),
    };
  },
  odd(platform, { source }) {
    const { writes, happens } = platform.customer(source);
    return {
      'a voice': writes({ msgtype: 'voice', voice: { media_id: 'none' } }),
      'a video': writes({ msgtype: 'video', video: {} }),
      'a picture that is gone': writes({ msgtype: 'image', image: { media_id: 'none' } }),
      'a picture without an id': writes({ msgtype: 'image', image: {} }),
      'a place off the earth': writes({ msgtype: 'location', location: { latitude: 'x', longitude: 500, name: '' } }),
      'a link': writes({ msgtype: 'link', link: {} }),
      'a type of tomorrow': writes({ msgtype: 'hologram', hologram: { a: [] } }),
      'an event of tomorrow': happens({ event_type: 'telepathy' }),
      'an event without a type': happens({}),
    };
  },
  tokens: { expire: ({ api }) => api.expireToken(), asked: ({ api }) => api.asked },
  mishap({ api }, kind, times) {
    const kinds = kind === 'away' ? (['http 500', 'busy', 'cut after it was taken'] as const) : (['http 429'] as const);
    api.mishaps.splice(0, Infinity, ...Array.from({ length: times }, (_, at) => kinds[at % kinds.length] ?? 'busy'));
  },
  knowsRepeats: true,
  codes: { away: ['http-500', '-1', 'UND_ERR_SOCKET'], throttled: ['http-429'] },
  overQuota: ({ api }) => api.refused.filter((code) => code === 95001 || code === 95018).length,
});
