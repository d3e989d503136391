import { randomInt } from 'node:crypto';
import type { Platform } from '../../simulators/platform.ts';
import { LOGIN } from '../../simulators/smsc.ts';
import { until } from '../directline/line.ts';
import { openPerlSmsc } from './perlSmsc.ts';

/** Telephones behind an SMSC of Net::SMPP: Perl encodes and cuts what they write, and decodes what they get. */
export async function openPerlPlatform(root: string): Promise<Platform & { ready(): Promise<void> }> {
  const smsc = await openPerlSmsc(root);
  return {
    account: {
      ...{ channel: 'sms-smpp', account: 'main', host: '127.0.0.1', port: smsc.port, ...LOGIN },
      ...{ source_addr: '10086', tps: 500, window: 50 },
    },
    ready: () => until('bound', () => smsc.lines.some((line) => line.startsWith('bind ')), 10_000),
    customer(source = `+861${randomInt(3, 10)}${String(randomInt(1e9)).padStart(9, '0')}`) {
      const number = source.replace('+', '');
      const says = (text: string) => async () => ((await smsc.say(number, text)) === 0 ? 200 : 503);
      return { source, shown: smsc.handset(number).shown, says };
    },
    close: () => smsc.close(),
  };
}
