import { createHash } from 'node:crypto';
import type { Instant } from '../../../domain/ids.ts';
import type { ChannelHost, ChannelName, Outgoing, Received, Sent } from '../messaging/port.ts';
import { GOODBYE, optOutOf } from './optOut.ts';

/** A text message in one piece. */
export interface Sms {
  /** E.164. */
  readonly source: string;
  readonly id: string;
  readonly at: Instant;
  readonly text: string;
}
export interface Customers {
  receive(sms: Sms): Promise<Received>;
  /** Sends unless the customer asked us to stop and has not written since. */
  send(to: string, message: Outgoing): Promise<Sent>;
}
export interface CustomersOptions {
  readonly channel: ChannelName;
  readonly account: string;
  readonly host: ChannelHost;
  readonly transmit: (to: string, message: Outgoing) => Promise<Sent>;
}

/** Longer than the longest concatenated message anybody types. */
const TEXT_MOST = 4000;
const STOPPED = 'stopped';

/** What both SMS channels do alike: the opt-out words come before the bot, and are obeyed before anything is sent. */
export function createCustomers({ channel, account, host, transmit }: CustomersOptions): Customers {
  const { store } = host;
  const nameOf = (source: string) => `sms-stopped/${host.conversation(account, source)}`;

  async function goodbye(to: string, { id }: Sms, text: string): Promise<void> {
    const message = { id: hash(`${channel}\n${account}\n${id}\ngoodbye`), text, actions: [] };
    if (!(await store.attempt(message.id, host.now()))) return;
    const sent = await transmit(to, message);
    if (sent.kind === 'sent' && sent.platformId !== undefined) await store.sentAs(sent.platformId, message.id);
  }

  return {
    async receive(sms) {
      const { source, id, at } = sms;
      const word = optOutOf(sms.text);
      const name = nameOf(source);
      // noted before it is taken: who hears it again after a crash obeys it as well
      if (word?.given === false) await store.saveCursor(name, STOPPED);
      else if ((await store.cursor(name)) === STOPPED) await store.saveCursor(name, '');
      const text = word === null ? sms.text.slice(0, TEXT_MOST) : '';
      const received = await host.receive(account, {
        ...{ source, id, at, text, files: [], trigger: 'message' },
        kind: word === null ? 'message' : word.given ? 'arrival' : 'departure',
        ...(word === null ? {} : { consent: word.given, locale: word.language }),
      });
      if (received === 'accepted' && word?.given === false) {
        // whoever brought the message does not wait for this
        void goodbye(source, sms, GOODBYE[word.language]).catch((error: unknown) =>
          host.log.warn({ channel, account, error: error instanceof Error ? error.name : '' }, 'no goodbye was sent'),
        );
      }
      return received;
    },
    async send(to, message) {
      if ((await store.cursor(nameOf(to))) === STOPPED) return { kind: 'closed', code: 'opted-out' };
      return transmit(to, message);
    },
  };
}

/** 32 letters and digits. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
