import { z } from 'zod';
import { smsShape } from '../settings.ts';

/** An account at an operator's SMSC, under the names of SMPP 3.4. */
export const smsSmppSettings = z.strictObject({
  channel: z.literal('sms-smpp'),
  ...smsShape,
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65535).default(2775),
  tls: z.boolean().default(false),
  /** 5.2.1 and 5.2.2: octets of the bind, less the one that ends them. */
  system_id: z.string().regex(/^[!-~]{1,15}$/),
  password: z.string().regex(/^[!-~]{1,8}$/, '1 to 8 characters of ASCII'),
  system_type: z
    .string()
    .regex(/^[!-~]{0,12}$/)
    .default(''),
  /** The number customers write to. */
  source_addr: z.string().regex(/^[+\w]{1,20}$/),
  source_addr_ton: z.int().min(0).max(6).default(0),
  source_addr_npi: z.int().min(0).max(18).default(1),
  service_type: z
    .string()
    .regex(/^[!-~]{0,5}$/)
    .default(''),
  /** Parts a second that the operator grants. */
  tps: z.number().min(0.1).max(1000).default(10),
  /** Parts that may be unanswered at the same moment. */
  window: z.int().min(1).max(100).default(10),
  /** How receipts name a message: as the answer to `submit_sm` did, or in decimal what that told in hexadecimal. */
  receiptIds: z.enum(['same', 'decimal of hexadecimal']).default('same'),
});
export type SmsSmppSettings = z.output<typeof smsSmppSettings>;
