import { XMLParser } from 'fast-xml-parser';

// numbers stay text (a MsgId has 64 bits), blanks stay, entities are never replaced
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/g;

/** The elements of a flat `<xml>` document; null for anything else, and for one with declarations of its own. */
export function readXml(text: string): Readonly<Record<string, unknown>> | null {
  // customers may write "<!DOCTYPE" themselves: inside CDATA it is only text
  if (text.replace(CDATA, '').includes('<!')) return null;
  try {
    const { xml }: { xml?: unknown } = parser.parse(text, true);
    return typeof xml === 'object' && xml !== null && !Array.isArray(xml) ? { ...xml } : null;
  } catch {
    return null;
  }
}

/** An `<xml>` document; numbers stand as they are, text in CDATA. */
export function writeXml(elements: Readonly<Record<string, string | number>>): string {
  const inner = Object.entries(elements).map(([name, value]) => {
    return `<${name}>${typeof value === 'number' ? value : cdata(value)}</${name}>`;
  });
  return `<xml>${inner.join('')}</xml>`;
}

/** Text that may hold anything; characters that no XML may hold are left out. */
export function cdata(text: string): string {
  const allowed = text.toWellFormed().replace(/[^\P{Cc}\t\n\r\x7f-\x9f]/gu, '');
  return `<![CDATA[${allowed.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
