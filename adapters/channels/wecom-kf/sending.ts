import type { ChannelHost, Outgoing, Sent } from '../messaging/port.ts';
import type { Client } from '../tencent/client.ts';
import { addressOf } from './address.ts';
import { sentOf } from './codes.ts';
import { type Content, contentOf } from './content.ts';
import type { Welcomes } from './welcome.ts';

/** What may stand in a greeting. */
const GREETINGS = new Set(['text', 'msgmenu']);

/**
 * Sends to customers. Each message goes under its own id, by which the platform knows a repeat; a customer who has just
 * come in is greeted by the code of that event, for which no message of theirs is needed.
 */
export function createSending(
  client: Client,
  welcomes: Welcomes,
  { uploads, conversation }: Pick<ChannelHost, 'uploads' | 'conversation'>,
  account: string,
): (to: string, message: Outgoing) => Promise<Sent> {
  /** Null when the customer cannot be greeted, or not any more. */
  async function greeted(to: string, msgid: string, content: Content): Promise<Sent | null> {
    if (!GREETINGS.has(content.msgtype)) return null;
    const customer = conversation(account, to);
    const welcome = await welcomes.take(customer, msgid);
    if (welcome.kind === 'none') return null;
    // better once too few than twice: the platform knows no repeat of a greeting
    if (welcome.kind === 'told') return { kind: 'sent', platformId: msgid };
    const called = await client.post('kf/send_msg_on_event', { code: welcome.code, msgid, ...content });
    if (called.kind === 'ok') return { kind: 'sent', platformId: msgid };
    if (called.kind === 'failed' && called.maybe) return { kind: 'later', code: called.code, maybe: true };
    const sent = sentOf(called);
    if (sent.kind === 'later') {
      await welcomes.giveBack(customer);
      return sent;
    }
    await welcomes.spoil(customer);
    return null;
  }

  return async (to, message) => {
    const address = addressOf(to);
    if (address === null) return { kind: 'never', code: 'no-address' };
    const content = await contentOf(client, uploads, message);
    if (!('msgtype' in content)) return sentOf(content);
    const greeting = await greeted(to, message.id, content);
    if (greeting !== null) return greeting;
    const whom = { touser: address.externalUserId, open_kfid: address.openKfId, msgid: message.id };
    const called = await client.post('kf/send_msg', { ...whom, ...content });
    return called.kind === 'ok' ? { kind: 'sent', platformId: message.id } : sentOf(called);
  };
}
