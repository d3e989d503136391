import { randomInt } from 'node:crypto';
import { createHandset, type Handset } from '../../simulators/handset.ts';
import type { Platform } from '../../simulators/platform.ts';
import { SECRET } from '../../simulators/sms-http.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../directline/line.ts';
import type { Shop } from '../messaging/shop.ts';
import { forwarder } from './forwarder.ts';
import { openKannel, USER } from './kannel.ts';

const QUERY = 'from=%p&to=%P&text=%b&ts=%T&coding=%c&charset=%C&id=%I';

/** A telephone behind Kannel: bearerbox and smsbox carry, encode and cut everything between `fakesmsc` and us. */
export async function openKannelPlatform(root: string): Promise<Platform & { ready(shop: Shop): Promise<void> }> {
  const front = await forwarder(await freePort());
  const kannel = await openKannel(`${front.url}/channels/sms-http/main/mo?secret=${SECRET}&${QUERY}`, root);
  const handsets = new Map<string, Handset>();
  const of = (number: string) => {
    const known = handsets.get(number) ?? createHandset();
    handsets.set(number, known);
    return known;
  };
  return {
    account: {
      ...{ channel: 'sms-http', account: 'main', from: '10086', secret: SECRET, ...USER },
      ...{ apiBase: kannel.sendsms, publicUrl: front.url },
    },
    async ready(shop) {
      front.to = shop.instances[0]?.base ?? '';
    },
    customer(source = `+861${randomInt(3, 10)}${String(randomInt(1e9)).padStart(9, '0')}`) {
      const says = (text: string) => async () => {
        const from = front.calls.length;
        kannel.handset(source, text, true, ({ to, header, content }) => of(to).gets(header, content));
        const call = () => front.calls.slice(from).find(({ path, status }) => path.includes('/mo?') && status !== null);
        await until('Kannel passed it on', () => call() !== undefined, 20_000);
        return call()?.status ?? 0;
      };
      return { source, shown: of(source).shown, says };
    },
    async close() {
      await kannel.close();
      await front.close();
    },
  };
}
