/**
 * A query whose values may be any bytes: Kannel's `%b` is the message as it came, in `%C`. Of a name that is there twice
 * the first counts.
 */
export function bytesOfQuery(url: string): ReadonlyMap<string, Buffer> {
  const query = url.slice(url.indexOf('?') + 1);
  if (!url.includes('?')) return new Map();
  const values = new Map<string, Buffer>();
  for (const pair of query.split('&').slice(0, 50)) {
    const [name = '', ...value] = pair.split('=');
    const key = unescaped(name).toString('latin1');
    if (!values.has(key)) values.set(key, unescaped(value.join('=')));
  }
  return values;
}

function unescaped(text: string): Buffer {
  const bytes = text
    .replaceAll('+', ' ')
    .replaceAll(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** `%c`: 0 and 1 are bytes, 2 is UCS-2. */
const UCS2 = '2';
const CHARSETS = new Set(['utf-8', 'utf-16be', 'utf-16le', 'iso-8859-1', 'windows-1252', 'us-ascii', 'gbk', 'gb18030']);

/** The words of a message; null when they are none in the charset they claim. */
export function decodeText(bytes: Buffer, coding: string, charset: string): string | null {
  if (coding === '1') return null;
  const claimed = charset.trim().toLowerCase();
  if (claimed !== '' && claimed !== 'ucs-2' && !CHARSETS.has(claimed)) return null;
  const name = claimed === 'ucs-2' || (claimed === '' && coding === UCS2) ? 'utf-16be' : claimed || 'utf-8';
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
