import { randomInt } from 'node:crypto';
import iconv from 'iconv-lite';
import type { Platform, PlatformCustomer, Push, Simulator } from './platform.ts';
import { LOGIN, openSmsc, type Smsc } from './smsc.ts';

const SERVICE = '10086';
const PART = 67;

export interface SmppPlatform extends Platform {
  readonly smsc: Smsc;
  /** Any `deliver_sm`; what is not given is filled in. */
  delivers(fields: object): Push;
  customer(source?: string): PlatformCustomer & { readonly parts: readonly number[] };
}

/** An SMSC and the telephones behind it. */
export async function openSmpp(): Promise<SmppPlatform> {
  const smsc = await openSmsc();
  let reference = randomInt(0xffff);
  return {
    smsc,
    delivers: (fields) => async () => {
      const filled = { source_addr: '8613800138000', source_addr_ton: 1, destination_addr: SERVICE, data_coding: 8 };
      return asHttp(await smsc.deliver({ ...filled, ...fields }));
    },
    account: {
      ...{ channel: 'sms-smpp', account: 'main', host: '127.0.0.1', port: smsc.port, ...LOGIN },
      ...{ source_addr: SERVICE, tps: 500, window: 50 },
    },
    customer(source = `+861${randomInt(3, 10)}${String(randomInt(1e9)).padStart(9, '0')}`) {
      const number = source.replace('+', '');
      const { shown, parts } = smsc.handset(number);
      return { source, shown, parts, says: (text) => pushOf(smsc, number, text, ++reference % 0x10000) };
    },
    close: () => smsc.close(),
  };
}

/** One message in as many `deliver_sm` as it needs, encoded by iconv. */
function pushOf(smsc: Smsc, number: string, text: string, reference: number): Push {
  const address = { source_addr: number, source_addr_ton: 1, source_addr_npi: 1, destination_addr: SERVICE };
  const fields = { ...address, data_coding: 8, user_message_reference: reference };
  const encode = (words: string) => iconv.encode(words, 'utf16-be');
  const total = text.length <= 70 ? 1 : Math.ceil(text.length / PART);
  return async () => {
    if (total === 1) return asHttp(await smsc.deliver({ ...fields, short_message: encode(text) }));
    for (let at = 0; at < total; at++) {
      const udh = Buffer.from([5, 0, 3, reference % 256, total, at + 1]);
      const message = encode(text.slice(at * PART, (at + 1) * PART));
      const status = await smsc.deliver({ ...fields, esm_class: 0x40, short_message: { udh, message } });
      if (status !== 0) return asHttp(status);
    }
    return 200;
  };
}

function asHttp(status: number): number {
  return status === 0 ? 200 : status === 0x64 ? 503 : 500;
}

export const simulator: Simulator = { open: () => openSmpp() };
