import type { Instant } from '../../../../domain/ids.ts';
import type { Outgoing, Sent } from '../../messaging/port.ts';
import type { ChannelStore } from '../../messaging/store.ts';
import { partsOf } from '../parts.ts';
import { wordsOf } from '../words.ts';
import type { Answered } from './answered.ts';
import type { Binding } from './binding.ts';
import type { Gate } from './gate.ts';
import type { SmsSmppSettings } from './settings.ts';
import { isTooMuch, OK, refusal } from './status.ts';

export interface SubmitDeps {
  readonly settings: SmsSmppSettings;
  readonly binding: Binding;
  readonly gate: Gate;
  readonly answered: Answered;
  readonly store: ChannelStore;
  readonly now: () => Instant;
}

/** 5.2.19: UCS-2. */
const UCS2 = 8;
/** 5.2.12: the message begins with a user data header. */
const WITH_HEADER = 0x40;
const INTERNATIONAL = 1;
const ISDN = 1;

/** Sends a message in as many parts as it needs; each part at most once, over all tries and restarts. */
export function createSubmit(deps: SubmitDeps): (to: string, message: Outgoing) => Promise<Sent> {
  const { settings, binding, gate, answered, store, now } = deps;
  const { account, source_addr, source_addr_ton, source_addr_npi, service_type, signature } = settings;

  async function submit(to: string, shortMessage: Buffer, esmClass: number): Promise<Sent> {
    if (binding.session === null) return { kind: 'later', code: 'not-bound' };
    if (!(await gate.enter())) return { kind: 'later', code: 'crowded' };
    try {
      const sentAt = now();
      const asked = await (binding.session?.ask('submit_sm', {
        ...{ service_type, source_addr, source_addr_ton, source_addr_npi },
        ...{ destination_addr: to.replace(/^\+/, ''), dest_addr_ton: INTERNATIONAL, dest_addr_npi: ISDN },
        ...{ esm_class: esmClass, data_coding: UCS2, registered_delivery: 1, short_message: shortMessage },
      }) ?? { kind: 'unsent' });
      if (asked.kind !== 'answered') return { kind: 'later', code: asked.kind, maybe: asked.kind === 'lost' };
      const { command_status, message_id } = asked.answer;
      if (isTooMuch(command_status)) gate.pause();
      if (command_status !== OK) return refusal(command_status);
      gate.easy();
      answered.note(to, sentAt, now());
      if (typeof message_id !== 'string' || message_id === '') return { kind: 'sent' };
      return { kind: 'sent', platformId: platformId(account, message_id) };
    } finally {
      gate.leave();
    }
  }

  return async (to, message) => {
    const parts = partsOf(wordsOf(message.text, signature));
    let sent: Sent = { kind: 'sent' };
    for (const [index, part] of parts.entries()) {
      const key = `${message.id}/${index}`;
      // the rest of a message that was stopped half way
      if (!(await store.attempt(key, now()))) continue;
      const header = parts.length > 1 ? headerOf(message.id, parts.length, index + 1) : Buffer.alloc(0);
      const outcome = await submit(to, Buffer.concat([header, ucs2(part)]), header.length > 0 ? WITH_HEADER : 0);
      const unsure = outcome.kind === 'later' && outcome.maybe === true;
      if (outcome.kind === 'sent') sent = outcome;
      else if (!unsure || index === parts.length - 1) {
        if (!unsure) await store.unattempt(key);
        return outcome;
      }
    }
    return sent;
  };
}

/** The id that a receipt of a part names. */
export function platformId(account: string, messageId: string): string {
  return `sms-smpp/${account}/${messageId.toLowerCase()}`;
}

/** 3GPP TS 23.040, 9.2.3.24.1: concatenation with an 8-bit reference, the same when the message is sent again. */
function headerOf(id: string, total: number, number: number): Buffer {
  return Buffer.from([5, 0, 3, referenceOf(id), total, number]);
}

function referenceOf(id: string): number {
  return [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 251, 7);
}

function ucs2(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
