import type { PDU } from 'smpp';
import type { Instant } from '../../../../domain/ids.ts';
import type { ChannelHost } from '../../messaging/port.ts';
import type { Customers } from '../customers.ts';
import { inOrder } from '../inOrder.ts';
import { e164 } from '../numbers.ts';
import type { Answered } from './answered.ts';
import { createAssembly } from './assembly.ts';
import { readBody } from './body.ts';
import { createCopies } from './copies.ts';
import { kindOf, readReceipt } from './receipts.ts';
import type { SmsSmppSettings } from './settings.ts';
import { platformId } from './submit.ts';

const INTERNATIONAL = 1;

/** Takes what the SMSC delivers: messages, their parts, receipts. Rejects when it is to be delivered again. */
export function createIncoming(
  settings: SmsSmppSettings,
  host: ChannelHost,
  customers: Customers,
  answered: Answered,
  sessionName: () => string,
): (pdu: PDU) => Promise<void> {
  const { account, country, receiptIds } = settings;
  const { store, now } = host;
  const assembly = createAssembly(account, store, now);
  const idOf = createCopies(account, store, answered, now);
  const oneByOne = inOrder();

  async function receipt(pdu: PDU, text: string): Promise<void> {
    const receipt = readReceipt(pdu, text);
    if (receipt === null) return;
    const id = receiptIds === 'same' ? receipt.messageId : hexadecimal(receipt.messageId);
    await store.receipt(platformId(account, id), receipt.state, now());
  }

  async function take(source: string, id: string, text: string): Promise<void> {
    if (text.trim() === '') return;
    const received = await customers.receive({ source, id, at: now(), text: text.trim() });
    if (received === 'full') throw new Error('the inbox is full');
  }

  async function message(source: string, pdu: PDU, arrivedAt: Instant): Promise<void> {
    const { text, part } = readBody(pdu);
    if (text === null) return;
    if (part !== null) {
      const whole = await assembly.add(source, part, text);
      if (whole === null) return;
      await take(source, whole.id, whole.text);
      await assembly.done(source, part);
      return;
    }
    const references = [pdu.user_message_reference, pdu.receipted_message_id];
    const isNamed = references.some((reference) => reference !== undefined);
    const content = JSON.stringify([text, pdu.destination_addr, ...references]);
    await take(source, await idOf(source, content, { session: sessionName(), isNamed, arrivedAt }), text);
  }

  return async (pdu) => {
    const arrivedAt = now();
    try {
      const kind = kindOf(pdu);
      if (kind === 'receipt') return await receipt(pdu, readBody(pdu).text ?? '');
      const from = typeof pdu.source_addr === 'string' ? pdu.source_addr : '';
      const source = e164(from, country, pdu.source_addr_ton === INTERNATIONAL);
      if (kind === 'message' && source !== null) await oneByOne(source, () => message(source, pdu, arrivedAt));
    } catch (error) {
      const facts = { channel: 'sms-smpp', account, error: error instanceof Error ? error.name : '' };
      host.log.warn(facts, 'a message could not be stored');
      throw error;
    }
  };
}

function hexadecimal(id: string): string {
  return /^\d{1,40}$/.test(id) ? BigInt(id).toString(16) : id;
}
