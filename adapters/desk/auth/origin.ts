import type { IncomingMessage } from 'node:http';

/**
 * No page of another site made this request. Browsers name the page's origin on everything but GET and on every WebSocket;
 * a program that is no browser names none and has no cookie that it was not given.
 */
export function fromOwnPage(req: IncomingMessage, publicUrl: string | null): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = req.headers;
  if (origin === undefined) return true;
  const named = hostOf(origin);
  return named !== null && (named === host?.toLowerCase() || (publicUrl !== null && named === hostOf(publicUrl)));
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}
