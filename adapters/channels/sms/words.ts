/** As it goes out: signed, and without anything personal in links. */
export function wordsOf(text: string, signature: string | undefined): string {
  return (signature ?? '') + withoutPersonalLinks(text);
}

const LINK = /https?:\/\/[^\s，。；、）】"'<>]+/g;
/** A telephone number, an identity number, an address, a name: nothing that may travel in a link that anybody can open. */
const PERSONAL = /\d{7,}|@|%40|[\p{Script=Han}]/u;

/** Links keep what says nothing of a person. */
function withoutPersonalLinks(text: string): string {
  return text.replaceAll(LINK, (link) => {
    if (!URL.canParse(link)) return link;
    const url = new URL(link);
    if (!PERSONAL.test(decoded(link))) return link;
    url.username = '';
    url.password = '';
    for (const [name, value] of [...url.searchParams]) if (PERSONAL.test(value)) url.searchParams.delete(name);
    if (PERSONAL.test(decoded(url.hash))) url.hash = '';
    if (PERSONAL.test(decoded(url.pathname))) url.pathname = '/';
    return url.href;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
