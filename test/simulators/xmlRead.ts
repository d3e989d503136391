import { createRequire } from 'node:module';

/** The reader that the middleware `wechat` brings: not the product's. */
const {
  parseString,
}: { parseString(xml: string, options: object, done: (error: unknown, read: unknown) => void): void } = createRequire(
  createRequire(import.meta.url).resolve('wechat'),
)('xml2js');

/** The text of each element of a flat document; throws when it is none. */
export function xmlFields(xml: string): ReadonlyMap<string, string> {
  let found: unknown = null;
  let failed: unknown = null;
  // it calls back before it returns
  parseString(xml, { explicitArray: false, trim: false }, (error, read) => {
    failed = error;
    found = read;
  });
  if (failed !== null || typeof found !== 'object' || found === null || !('xml' in found)) throw new Error('no XML');
  return new Map(Object.entries(Object(found.xml)).map(([name, text]) => [name, String(text)]));
}
