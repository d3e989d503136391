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
    const code = GREETINGS.has(content.msgtype) ? await welcomes.find(conversation(account, to)) : null;
    if (code === null) return null;
    const called = await client.post('kf/send_msg_on_event', { code, msgid, ...content });
    const sent: Sent = called.kind === 'ok' ? { kind: 'sent', platformId: msgid } : sentOf(called);
    if (sent.kind === 'later') return sent;
    await welcomes.use(conversation(account, to));
    return sent.kind === 'sent' ? sent : null;
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
