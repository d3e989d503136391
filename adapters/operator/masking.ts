/** `138****1234`; a number too short to hide anything of becomes stars only. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\+86/, '').replace(/\D/g, '');
  return digits.length < 9 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** The family name stays: `张**`. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return first + '*'.repeat(Math.min(rest.length, 6));
}

/** Mobile numbers in the midst of a text, masked. */
export function maskPhonesIn(text: string): string {
  return text.replace(/(?<!\d)(?:\+?86)?(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2');
}
