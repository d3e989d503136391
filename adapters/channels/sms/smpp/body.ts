import type { PDU } from 'smpp';
import { z } from 'zod';

/** One of several parts of a message. */
export interface Part {
  readonly reference: number;
  readonly total: number;
  readonly number: number;
}
export interface Body {
  /** Null when the content is no text. */
  readonly text: string | null;
  readonly part: Part | null;
}

/** As the library decodes it: `udh` holds the elements of the header. */
const contentSchema = z.object({
  message: z.union([z.string(), z.instanceof(Buffer)]),
  udh: z.array(z.instanceof(Buffer)).optional(),
});
const coding = z.int().min(0).max(255);
const sarSchema = z.object({
  sar_msg_ref_num: z.int(),
  sar_total_segments: z.int(),
  sar_segment_seqnum: z.int(),
});
/** Operators in China use it for GB 18030; SMPP reserves it. */
const GB18030 = 15;

/** What a `deliver_sm` carries. */
export function readBody(pdu: PDU): Body {
  const given = contentSchema.safeParse(pdu.short_message).data;
  const long = contentSchema.safeParse(pdu.message_payload).data;
  const content = given === undefined || given.message.length === 0 ? (long ?? given) : given;
  if (content === undefined) return { text: null, part: null };
  return { text: textOf(content.message, coding.safeParse(pdu.data_coding).data ?? 0), part: partOf(pdu, content.udh) };
}

function textOf(message: string | Buffer, dataCoding: number): string | null {
  if (typeof message === 'string') return message;
  if (message.length === 0) return '';
  if (dataCoding !== GB18030) return null;
  return new TextDecoder('gb18030').decode(message);
}

/** By header with an 8-bit or 16-bit reference, or by the TLVs of 5.2.22. */
function partOf(pdu: PDU, udh: readonly Buffer[] = []): Part | null {
  const short = udh.find((element) => element[0] === 0x00 && element[1] === 3 && element.length === 5);
  if (short) return checked(short.readUInt8(2), short.readUInt8(3), short.readUInt8(4));
  const wide = udh.find((element) => element[0] === 0x08 && element[1] === 4 && element.length === 6);
  if (wide) return checked(wide.readUInt16BE(2), wide.readUInt8(4), wide.readUInt8(5));
  const sar = sarSchema.safeParse(pdu).data;
  return sar ? checked(sar.sar_msg_ref_num, sar.sar_total_segments, sar.sar_segment_seqnum) : null;
}

function checked(reference: number, total: number, number: number): Part | null {
  return total > 1 && number >= 1 && number <= total ? { reference, total, number } : null;
}
