import type { AddressInfo } from 'node:net';
import smpp, { type PDU, type Session } from 'smpp';
import { z } from 'zod';
import { createHandset, type Handset } from './handset.ts';

// the library sets a global of its own when it reads a payload, which the tests would take for a leak of ours
Object.assign(globalThis, { skipUdh: undefined });

export const LOGIN = { system_id: 'shouwen', password: 'secret12' };
/** What happens to the next `submit_sm`: a status, no answer, the line cut, or a receipt that overtakes the answer. */
export type Mishap = number | 'no answer' | 'cut' | 'early receipt';
const submitSchema = z.object({
  destination_addr: z.string(),
  source_addr: z.string(),
  data_coding: z.int(),
  esm_class: z.int(),
  registered_delivery: z.int(),
});

/** An SMSC of the library `smpp`, whose decoder is left aside for what is submitted: octets are octets. */
export interface Smsc {
  readonly port: number;
  /** Sessions that are bound. */
  readonly bound: Session[];
  readonly binds: { system_id: string; status: number }[];
  readonly submitted: { readonly to: string; readonly hex: string; readonly at: number; readonly fields: object }[];
  readonly mishaps: Mishap[];
  /** Receipts that were sent, in order. */
  readonly receipts: string[];
  enquiries: number;
  deaf: boolean;
  refuse: number;
  handset(number: string): Handset;
  /** Delivers to the bound session; resolves with the status of the answer. */
  deliver(fields: object): Promise<number>;
  cutAll(): void;
  close(): Promise<void>;
}

export async function openSmsc(given = 0): Promise<Smsc> {
  const handsets = new Map<string, Handset>();
  const sessions = new Set<Session>();
  const server = smpp.createServer((session) => {
    // each copy of a message listens for the end
    session.setMaxListeners(0);
    sessions.add(session);
    session.on('error', () => session.destroy());
    session.on('close', () => {
      sessions.delete(session);
      const at = smsc.bound.indexOf(session);
      if (at >= 0) smsc.bound.splice(at, 1);
    });
    session.on('bind_transceiver', (pdu: PDU) => {
      const right = pdu.system_id === LOGIN.system_id && pdu.password === LOGIN.password;
      const status = smsc.refuse || (right ? (smsc.bound.length > 0 ? 0x05 : 0) : 0x0e);
      smsc.binds.push({ system_id: String(pdu.system_id), status });
      session.send(pdu.response({ command_status: status, system_id: 'SMSC' }));
      if (status === 0) smsc.bound.push(session);
    });
    session.on('unbind', (pdu: PDU) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('enquire_link', (pdu: PDU) => {
      smsc.enquiries += 1;
      if (!smsc.deaf) session.send(pdu.response());
    });
    session.on('submit_sm', (pdu: PDU) => take(session, pdu));
  });

  function take(session: Session, pdu: PDU): void {
    const mishap = smsc.mishaps.shift();
    if (mishap === 'cut') return void session.destroy();
    if (mishap === 'no answer') return;
    if (typeof mishap === 'number') return void session.send(pdu.response({ command_status: mishap }));
    const fields = submitSchema.parse(pdu);
    const { header, content } = octets(pdu);
    const message_id = `M${smsc.submitted.length + 1}`;
    smsc.submitted.push({
      ...{ to: fields.destination_addr, hex: header + content.toString('hex'), at: performance.now(), fields },
    });
    const receipt = () => {
      const short_message = `id:${message_id} sub:001 dlvrd:001 submit date:2611221000 done date:2611221000 stat:DELIVRD err:000 text:`;
      const [source_addr, destination_addr] = [fields.destination_addr, fields.source_addr];
      smsc.receipts.push(message_id);
      session.send(new smpp.PDU('deliver_sm', { source_addr, destination_addr, esm_class: 4, short_message }));
    };
    if (mishap === 'early receipt') receipt();
    session.send(pdu.response({ message_id }));
    if (mishap !== 'early receipt' && fields.registered_delivery === 1) receipt();
    smsc.handset(fields.destination_addr).gets(header, content);
  }

  await new Promise<void>((resolve) => server.listen(given, '127.0.0.1', resolve));
  const smsc: Smsc = {
    port: (server.address() as AddressInfo).port,
    ...{ bound: [], binds: [], submitted: [], mishaps: [], receipts: [], enquiries: 0, deaf: false, refuse: 0 },
    handset(number) {
      const handset = handsets.get(number) ?? createHandset();
      handsets.set(number, handset);
      return handset;
    },
    async deliver(fields) {
      const session = await boundSession(smsc);
      return new Promise((resolve) => {
        const lost = () => resolve(0x64);
        session.once('close', lost);
        const sent = session.send(new smpp.PDU('deliver_sm', fields), ({ command_status }) => {
          session.removeListener('close', lost);
          resolve(command_status);
        });
        if (!sent) lost();
      });
    },
    cutAll() {
      for (const session of sessions) session.destroy();
    },
    async close() {
      this.cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return smsc;
}

async function boundSession({ bound }: Smsc): Promise<Session> {
  for (let looks = 0; looks < 2000; looks++) {
    const session = bound[0];
    if (session) return session;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody bound');
}

/** The octets of a submitted message as they were, whatever the library made of them. */
function octets(pdu: PDU): { header: string; content: Buffer } {
  const { message, udh = [] } = z
    .object({ message: z.string(), udh: z.array(z.instanceof(Buffer)).optional() })
    .parse(pdu.short_message);
  const elements = Buffer.concat(udh);
  const header = elements.length === 0 ? '' : Buffer.concat([Buffer.from([elements.length]), elements]).toString('hex');
  const content = Buffer.alloc(message.length * 2);
  for (let at = 0; at < message.length; at++) content.writeUInt16BE(message.charCodeAt(at), at * 2);
  return { header, content };
}
