const LEVELS = 'abcdefghij';

/** XML that grows when it is read, or that reads what it must not; `fields` stand in it as they are. */
export function xmlBombs(fields: string): Readonly<Record<string, string>> {
  const laughs = [...LEVELS].map((name, at) => {
    const before = LEVELS[at - 1];
    return `<!ENTITY ${name} "${before === undefined ? 'ha' : `&${before};`.repeat(10)}">`;
  });
  const text = (content: string) => `<xml>${fields}<Content>${content}</Content></xml>`;
  return {
    'a billion laughs': `<?xml version="1.0"?><!DOCTYPE xml [${laughs.join('')}]>${text('&j;')}`,
    'a long entity many times': `<!DOCTYPE xml [<!ENTITY a "${'x'.repeat(20_000)}">]>${text('&a;'.repeat(5000))}`,
    'a file of ours': `<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]>${text('&a;')}`,
    'an address of somebody': `<!DOCTYPE xml [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x"> %a;]>${text('x')}`,
    'ten thousand levels': `<xml>${fields}${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</xml>`,
    'levels without an end': `<xml>${fields}${'<a>'.repeat(15_000)}`,
    'thousands of attributes': `<xml ${Array.from({ length: 4000 }, (_, at) => `a${at}="1"`).join(' ')}>`,
    prototypes: `<xml><__proto__><MsgType>text</MsgType></__proto__><constructor>x</constructor></xml>`,
  };
}

/** JSON that is deep, or that would change what objects are. */
export const JSON_BOMBS: Readonly<Record<string, string>> = {
  'ten thousand levels': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'lists in lists': `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  'levels without an end': '['.repeat(60_000),
  'a number of 50,000 digits': `{"update_id":${'9'.repeat(50_000)},"object":${'9'.repeat(10_000)}}`,
  prototypes: '{"__proto__":{"update_id":1,"object":"whatsapp_business_account"},"constructor":{"prototype":{}}}',
};
