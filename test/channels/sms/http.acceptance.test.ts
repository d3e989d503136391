import { smsHttp } from '../../../adapters/channels/sms/http/index.ts';
import { type GatewayPlatform, openGateway, SECRET } from '../../simulators/sms-http.ts';
import { channelAcceptance } from '../messaging/acceptance.ts';

async function statusOf(url: string, init?: RequestInit): Promise<number> {
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  return answer.status;
}

const manyNames = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, 'x']));

channelAcceptance<GatewayPlatform>('sms-http', {
  channel: smsHttp,
  open: (now) => openGateway(now),
  forged(platform, { source: from }) {
    const call = (secret: string | null) =>
      platform.call({ from, text: Buffer.from('\u5582', 'utf16le').swap16(), secret });
    return {
      'no secret': call(null),
      'an empty one': call(''),
      'a short one': call(SECRET.slice(1)),
      'a long one': call(`${SECRET}x`),
      'another one': call(SECRET.replace('a', 'b')),
    };
  },
  unreadable(platform) {
    const text = Buffer.from('\u5582', 'utf16le').swap16();
    return {
      'no id': platform.call({ text, id: null }),
      'an id that is none': platform.call({ text, id: '../x y' }),
      'half a character': platform.call({ text: text.subarray(1) }),
      'no words': platform.call({ text: Buffer.from('  ', 'utf16le').swap16() }),
      'octets that are no text': platform.call({ text: Buffer.from([1, 2, 3]), coding: '1' }),
      'a charset of tomorrow': platform.call({ text, charset: 'EMOJI-9' }),
      'bad UTF-8': platform.call({ text: Buffer.from([0xff, 0xfe]), coding: '0', charset: 'UTF-8' }),
      'from a service': platform.call({ text, from: '10086' }),
      'from a name': platform.call({ text, from: 'BANK' }),
      'from nobody': platform.call({ text, from: null }),
      'longer than any message': platform.call({ text: Buffer.alloc(12_001, 0x55) }),
      'half an escape': (base) => statusOf(`${base}/channels/sms-http/main/mo?secret=${SECRET}&id=1&text=%e5%&from=%2`),
      'thousands of names': platform.call({ text: Buffer.alloc(0), ...manyNames(1000) }),
      'longer than an address may be': platform.call({ text: Buffer.alloc(60_000, 0x55) }),
    };
  },
  huge: (_platform, bytes) => (base) =>
    statusOf(`${base}/channels/sms-http/main/mo?secret=${SECRET}`, { method: 'POST', body: 'x'.repeat(bytes) }),
  hugeStatus: 405,
  odd(platform, { source: from }) {
    const text = (words: string) => Buffer.from(words, 'utf16le').swap16();
    return {
      'a picture’s octets': platform.call({ from, text: Buffer.from('474946383961', 'hex'), coding: '1' }),
      'a control character': platform.call({ from, text: text('\u0000\u0007') }),
      'a receipt of nothing': (base) => statusOf(`${base}/channels/sms-http/main/dlr?secret=${SECRET}&id=none&type=99`),
    };
  },
  mishap(platform, kind, times) {
    const status = kind === 'away' ? 503 : 429;
    platform.mishaps.splice(0, Infinity, ...Array.from({ length: times }, () => status));
  },
  codes: { away: ['503'], throttled: ['429'] },
});
