import type { PDU } from 'smpp';

/** 5.2.12: what kind of message a `deliver_sm` is. */
const KIND = 0x3c;
const RECEIPT = 0x04;

/** `other`: a word of the handset or an intermediate one, which is no news to anybody here. */
export function kindOf({ esm_class }: PDU): 'message' | 'receipt' | 'other' {
  const kind = typeof esm_class === 'number' ? esm_class & KIND : 0;
  return kind === 0 ? 'message' : kind === RECEIPT ? 'receipt' : 'other';
}

export interface Receipt {
  readonly messageId: string;
  readonly state: 'delivered' | 'failed';
}

/** Appendix B, as it is written and as its TLV says (5.2.28). */
const DELIVERED = new Set<unknown>(['DELIVRD', 2]);
const FAILED = new Set<unknown>(['EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD', 3, 4, 5, 8]);

/** What a receipt tells; null when that is nothing yet, or nothing that can be read. */
export function readReceipt(pdu: PDU, text: string): Receipt | null {
  const written = /\bid:\s*(\S{1,64})/i.exec(text)?.[1];
  const told = pdu.receipted_message_id;
  const messageId = typeof told === 'string' && told !== '' ? told : written;
  const state = /\bstat:\s*([A-Z]+)/i.exec(text)?.[1]?.toUpperCase() ?? pdu.message_state;
  if (messageId === undefined) return null;
  if (DELIVERED.has(state)) return { messageId, state: 'delivered' };
  return FAILED.has(state) ? { messageId, state: 'failed' } : null;
}
