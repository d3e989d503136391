export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly at: number };

/** Printable ASCII without quotes and angle brackets: Chinese text or punctuation ends an address. Nothing to backtrack into, so linear. */
const address = /(?:https?:\/\/|tel:)[!#-;=?-_a-z~]+/gi;
const trailing = '.,;:!?)]';

/** Cuts plain text into text and links. Only http, https and tel become links; all else stays text. */
export function pieces(source: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of source.matchAll(address)) {
    if (/[a-z0-9]/i.test(source.charAt(match.index - 1))) continue;
    const href = trim(match[0]);
    if (!safe(href)) continue;
    if (match.index > from) found.push({ kind: 'text', text: source.slice(from, match.index) });
    found.push({ kind: 'link', text: href, href, at: match.index });
    from = match.index + href.length;
  }
  if (from < source.length) found.push({ kind: 'text', text: source.slice(from) });
  return found;
}

function trim(found: string): string {
  let end = found.length;
  while (end > 0 && trailing.includes(found.charAt(end - 1))) end--;
  return found.slice(0, end);
}

function safe(href: string): boolean {
  if (/^tel:/i.test(href)) return /^tel:\+?[0-9-]{3,20}$/i.test(href);
  return URL.canParse(href);
}
