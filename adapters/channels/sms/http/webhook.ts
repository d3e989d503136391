import { type Answer, HttpError } from '../../../http/answer.ts';
import { sameSecret } from '../../../http/secrets.ts';
import type { Call, Handler } from '../../../http/server.ts';
import type { ChannelHost } from '../../messaging/port.ts';
import type { Customers } from '../customers.ts';
import { e164 } from '../numbers.ts';
import { bytesOfQuery, decodeText } from './query.ts';
import { platformId } from './sending.ts';
import type { SmsHttpSettings } from './settings.ts';

/** Nothing in the body: a gateway would send it to the customer. */
const TAKEN: Answer = { status: 200, body: '', headers: { 'content-type': 'text/plain; charset=utf-8' } };
/** `%d`. Neither word of 4 (queued) nor 8 (the SMSC has it) is news. */
const STATES = { '1': 'delivered', '2': 'failed', '16': 'failed' } as const;
const TEXT_MOST = 12_000;
const AN_HOUR_MS = 3_600_000;

/**
 * `get-url = …/channels/sms-http/ACCOUNT/mo?secret=…&from=%p&to=%P&text=%b&ts=%T&coding=%c&charset=%C&id=%I` with
 * `max-messages = 0`, since answers go out by `sendsms`.
 */
export function createWebhook(
  settings: SmsHttpSettings,
  host: ChannelHost,
  customers: Customers,
): { readonly mo: Handler; readonly dlr: Handler } {
  const { account, secret, country } = settings;
  const facts = { channel: 'sms-http', account };

  /** The values of a call that knows the secret. */
  function valuesOf({ req }: Call): (name: string) => Buffer {
    const values = bytesOfQuery(req.url ?? '');
    const field = (name: string) => values.get(name) ?? Buffer.alloc(0);
    if (!sameSecret(field('secret').toString(), secret)) {
      throw new HttpError(403, 'NotKnown', 'The call does not carry the secret of this account.');
    }
    return field;
  }

  return {
    async mo(call) {
      const field = valuesOf(call);
      const read = (name: string) => field(name).toString();
      const id = read('id');
      const bytes = field('text');
      if (!/^[\w.:-]{1,100}$/.test(id) || bytes.length > TEXT_MOST) throw unreadable();
      const text = decodeText(bytes, read('coding'), read('charset'))?.trim() ?? '';
      const source = e164(read('from'), country);
      // a service's own number, or nothing that could be read: asked again it would be no better
      if (source === null || text === '') return TAKEN;
      const received = await customers
        .receive({ source, id: `mo-${id}`, at: timeOf(read('ts'), host.now()), text })
        .catch((error: unknown) => {
          host.log.warn({ ...facts, error: error instanceof Error ? error.name : '' }, 'a message could not be stored');
          return 'full' as const;
        });
      if (received === 'full') throw new HttpError(503, 'Unavailable', 'The message was not taken: send it again.');
      return TAKEN;
    },
    async dlr(call) {
      const field = valuesOf(call);
      const id = field('id').toString();
      const type = field('type').toString();
      if (!/^[\w-]{1,32}$/.test(id)) throw unreadable();
      const state = type in STATES ? STATES[type as keyof typeof STATES] : null;
      if (state !== null) await host.store.receipt(platformId(account, id), state, host.now());
      return TAKEN;
    },
  };
}

/** When it was sent, in Unix seconds. A time far from ours is not believed: the clocks of cases begin with it. */
function timeOf(seconds: string, now: number): number {
  const sent = Number(seconds) * 1000;
  return /^\d{1,11}$/.test(seconds) && sent <= now && sent > now - AN_HOUR_MS ? sent : now;
}

function unreadable(): HttpError {
  return new HttpError(400, 'NotAMessage', 'The call lacks what Kannel sends, or is too long.');
}
