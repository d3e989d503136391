import type { Outgoing, Sent } from '../../messaging/port.ts';
import { wordsOf } from '../words.ts';
import type { SmsHttpSettings } from './settings.ts';

const PATIENCE_MS = 10_000;
/** Receipts of every kind: delivered, failed, queued, taken by the SMSC, rejected by it. */
const EVERY_RECEIPT = '31';
/** Nothing was said to anybody: the connection was never made. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One message through `sendsms`; the gateway cuts it into parts. */
export async function sendSms(settings: SmsHttpSettings, to: string, message: Outgoing): Promise<Sent> {
  const { apiBase, username, password, from, smsc, signature } = settings;
  const text = wordsOf(message.text, signature);
  const receipt = receiptUrl(settings, message.id);
  const query = new URLSearchParams({
    ...{ username, password, from, to, text, coding: '2', charset: 'UTF-8' },
    ...(smsc === undefined ? {} : { smsc }),
    ...(receipt === null ? {} : { 'dlr-mask': EVERY_RECEIPT, 'dlr-url': receipt }),
  });
  try {
    const answer = await fetch(`${apiBase}/cgi-bin/sendsms?${query}`, {
      redirect: 'error',
      // a kept connection that the gateway closes meanwhile would leave it open whether a message was taken
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    return sentOf(answer, platformId(settings.account, message.id));
  } catch (error) {
    const code = causeOf(error);
    return { kind: 'later', code, maybe: !UNREACHED.has(code) };
  }
}

/** The id that a receipt of the message names. */
export function platformId(account: string, id: string): string {
  return `sms-http/${account}/${id}`;
}

function sentOf({ status, headers }: Response, id: string): Sent {
  const code = String(status);
  const seconds = /^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0];
  const rest = seconds === undefined ? {} : { afterMs: Number(seconds) * 1000 };
  if (status === 200 || status === 202) return { kind: 'sent', platformId: id };
  // refused before it was looked at, or until somebody mends the account: said later
  if (status >= 500 || [401, 403, 404, 429].includes(status)) return { kind: 'later', code, ...rest };
  return { kind: 'never', code };
}

function receiptUrl({ publicUrl, account, secret }: SmsHttpSettings, id: string): string | null {
  if (publicUrl === undefined) return null;
  const query = new URLSearchParams({ secret, id });
  return `${publicUrl}/channels/sms-http/${account}/dlr?${query}&type=%d`;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}
