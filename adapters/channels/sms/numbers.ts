/** Shorter ones are services, not people. */
const DIGITS_LEAST = 7;
/** E.164. */
const DIGITS_MOST = 15;

/**
 * A sender's number in E.164, `+8613800138000`; null for a name or a short code, which nobody reads answers at.
 * `international`: the network says so (SMPP 5.2.5: type of number 1).
 */
export function e164(given: string, country: string, international = false): string | null {
  const compact = given.trim().replace(/[\s()-]/g, '');
  const prefix = /^(?:\+|00)/.exec(compact)?.[0] ?? '';
  const digits = compact.slice(prefix.length);
  if (!/^\d+$/.test(digits) || digits.length < DIGITS_LEAST) return null;
  const whole = prefix !== '' || international || (digits.startsWith(country) && digits.length > country.length + 7);
  const number = whole ? digits : country + digits.replace(/^0/, '');
  return number.length > DIGITS_MOST || number.startsWith('0') ? null : `+${number}`;
}
