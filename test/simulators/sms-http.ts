import { randomInt, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import type { Platform, PlatformCustomer, Push, PushOptions, Shown, Simulator } from './platform.ts';

const SERVICE = '10086';
const USER = { username: 'shouwen', password: 'kannel-password' };
export const SECRET = 'a-secret-of-the-gateway';

export interface GatewayPlatform extends Platform {
  /** Queries of `sendsms` that were taken. */
  readonly sent: URLSearchParams[];
  /** The next calls of `sendsms` are answered with these. */
  readonly mishaps: (number | 'cut' | 'taken and cut')[];
  /** Seconds it wants to be left alone for when it refuses; null when it does not say. */
  retryAfter: number | null;
  /** A call of `mo`; what is not given is filled in, what is null is left out. */
  call(fields: Readonly<Record<string, string | Buffer | null>>): Push;
  customer(source?: string): PlatformCustomer;
}

/** A gateway that calls and is called as Kannel's smsbox; the texts are encoded by iconv. */
export async function openGateway(now = Date.now): Promise<GatewayPlatform> {
  const apps = new Map<string, Shown[]>();
  const of = (number: string) => {
    const shown = apps.get(number) ?? [];
    apps.set(number, shown);
    return shown;
  };
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://x');
    const answer = (status: number, text: string) => {
      res.statusCode = status;
      res.end(text);
    };
    if (pathname !== '/cgi-bin/sendsms') return answer(404, 'Unknown request.');
    const mishap = platform.mishaps.shift();
    if (mishap === 'cut') return void res.destroy();
    if (platform.retryAfter !== null) res.setHeader('retry-after', String(platform.retryAfter));
    if (typeof mishap === 'number') return answer(mishap, 'Temporal failure, try again later.');
    const read = (name: string) => searchParams.get(name) ?? '';
    if (read('username') !== USER.username || read('password') !== USER.password) {
      return answer(403, 'Authorization failed for sendsms');
    }
    if (read('to') === '' || read('text') === '') return answer(400, 'Empty text not allowed, rejected');
    platform.sent.push(searchParams);
    // without it, what is not in GSM 7 arrives as question marks
    const text = read('coding') === '2' ? read('text') : read('text').replaceAll(/[^ -~]/g, '?');
    of(read('to')).push({ text, choices: [] });
    if (mishap === 'taken and cut') return void res.destroy();
    answer(202, '0: Accepted for delivery');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const platform: GatewayPlatform = {
    ...{ sent: [], mishaps: [], retryAfter: null },
    account: {
      ...{ channel: 'sms-http', account: 'main', from: SERVICE, secret: SECRET, ...USER },
      apiBase: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    call(fields) {
      const all: Record<string, string | Buffer | null> = {
        ...{ secret: SECRET, from: '+8613800138000', to: SERVICE, text: '', coding: '2', charset: 'UTF-16BE' },
        ...{ ts: String(Math.floor(now() / 1000)), id: randomUUID(), ...fields },
      };
      const query = Object.entries(all).flatMap(([name, value]) =>
        value === null ? [] : [`${name}=${escaped(value)}`],
      );
      return async (base) => {
        const answer = await fetch(`${base}/channels/sms-http/main/mo?${query.join('&')}`);
        const body = await answer.text();
        if (answer.status === 200 && body !== '') throw new Error('the gateway would send this to the customer');
        return answer.status;
      };
    },
    customer(source = `+861${randomInt(3, 10)}${String(randomInt(1e9)).padStart(9, '0')}`) {
      const says = (text: string, { id = randomUUID() }: PushOptions = {}) =>
        platform.call({ from: source, text: iconv.encode(text, 'utf16-be'), id });
      return { source, shown: of(source), says };
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  return platform;
}

/** As Kannel escapes: octets, a blank as a plus. */
function escaped(value: string | Buffer): string {
  return [...Buffer.from(value)]
    .map((octet) => {
      const character = String.fromCharCode(octet);
      if (character === ' ') return '+';
      return /[\w.-]/.test(character) ? character : `%${octet.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

export const simulator: Simulator = { open: (now) => openGateway(now) };
