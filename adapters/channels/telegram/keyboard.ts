import { createHash } from 'node:crypto';
import type { Outgoing } from '../messaging/port.ts';

/** Bytes that a button carries. */
const DATA_MOST = 64;
type Action = Outgoing['actions'][number];

/** One button a row: labels of some length are not cut. */
export function keyboardOf(actions: readonly Action[]) {
  const rows = actions.map(({ label, value }) => [{ text: label, callback_data: dataOf(value) }]);
  return { inline_keyboard: rows };
}

/** `=` and the value, or `#` and a digest of one that is too long. */
export function dataOf(value: string): string {
  const whole = `=${value}`;
  if (Buffer.byteLength(whole) <= DATA_MOST) return whole;
  return `#${createHash('sha256').update(value).digest('base64url').slice(0, 32)}`;
}

/** What a pressed button stands for; a long value is looked up in the menu that was shown last, null when it is not there. */
export function meantBy(data: string, menu: readonly Action[]): string | null {
  if (data.startsWith('=')) return data.slice(1);
  return menu.find(({ value }) => dataOf(value) === data)?.value ?? null;
}
