import { createHash } from 'node:crypto';
import type { Instant } from '../../../domain/ids.ts';
import type { ChannelHost, ChannelName, Outgoing, Received, Sent } from '../messaging/port.ts';
import { cut } from '../messaging/split.ts';
import { inOrder } from './inOrder.ts';
import { GOODBYE, type OptOut, optOutOf } from './optOut.ts';
import { createStanding, type Standing } from './stopped.ts';

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

/** What both SMS channels do alike: the opt-out words come before the bot, and are obeyed before anything is sent. */
export function createCustomers({ channel, account, host, transmit }: CustomersOptions): Customers {
  const { store } = host;
  const standing = createStanding(store);
  const oneByOne = inOrder();
  const nameOf = (source: string) => `sms-stopped/${host.conversation(account, source)}`;

  async function goodbye(to: string, { id }: Sms, text: string): Promise<void> {
    const message = { id: hash(`${channel}\n${account}\n${id}\ngoodbye`), text, actions: [] };
    if (!(await store.attempt(message.id, host.now()))) return;
    const sent = await transmit(to, message);
    if (sent.kind === 'sent' && sent.platformId !== undefined) await store.sentAs(sent.platformId, message.id);
  }

  /** What is known of the customer once this was heard; null when that is nothing new. */
  function heard({ stopped, obeyed }: Standing, { id }: Sms, word: OptOut | null): Standing | null {
    if (word === null) return stopped ? { stopped: false, obeyed } : null;
    return obeyed.includes(id) ? null : { stopped: !word.given, obeyed: [id, ...obeyed] };
  }

  async function receive(sms: Sms): Promise<Received> {
    const { source, id, at } = sms;
    const word = optOutOf(sms.text);
    const name = nameOf(source);
    const before = await standing.of(name);
    const after = heard(before, sms, word);
    // noted before it is taken: who hears it again after a crash obeys it as well
    if (after !== null) await standing.save(name, after);
    const received = await host.receive(account, {
      ...{ source, id, at, text: word === null ? cut(sms.text, TEXT_MOST, 'utf16') : '', files: [] },
      trigger: 'message',
      kind: word === null ? 'message' : word.given ? 'arrival' : 'departure',
      ...(word === null ? {} : { consent: word.given, locale: word.language }),
    });
    // what was written before the opt-out, and only repeated, does not end it
    if (received === 'duplicate' && word === null && after !== null) await standing.save(name, before);
    if (received === 'accepted' && word?.given === false) {
      // whoever brought the message does not wait for this
      void goodbye(source, sms, GOODBYE[word.language]).catch((error: unknown) =>
        host.log.warn({ channel, account, error: error instanceof Error ? error.name : '' }, 'no goodbye was sent'),
      );
    }
    return received;
  }

  return {
    // what they write at the same moment is told apart by its order
    receive: (sms) => oneByOne(sms.source, () => receive(sms)),
    async send(to, message) {
      if ((await standing.of(nameOf(to))).stopped) return { kind: 'closed', code: 'opted-out' };
      return transmit(to, message);
    },
  };
}

/** 32 letters and digits. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
