import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const ID = /^[\w-]{8,64}$/;

/** The id of a request: the caller's `x-request-id` when it looks like one, else a new one. Sent back in the answer. */
export function requestId(req: IncomingMessage, res: ServerResponse): string {
  const given = req.headers['x-request-id'];
  const id = typeof given === 'string' && ID.test(given) ? given : randomUUID();
  res.setHeader('x-request-id', id);
  return id;
}

/** The address of a request, or null when Host and path do not make one (restify would throw on it outside every handler). */
export function requestUrl(req: IncomingMessage): URL | null {
  const target = req.url ?? '/';
  const base = `http://${req.headers.host ?? 'localhost'}`;
  try {
    return target.startsWith('/') ? new URL(base + target) : new URL(target, base);
  } catch {
    return null;
  }
}

/** Of our APIs; a page may live at a folder, and what is signed over its address stays as it came. */
const WITHOUT_FOLDERS =
  /^\/(?:api|desk\/api|v3\/directline|chat\/token|healthz|readyz|metrics|openapi\.json)(?=[/?]|$)/;

/** `/api/cases/` is `/api/cases`, whatever the query. */
export function withoutTrailingSlash(target: string): string {
  return WITHOUT_FOLDERS.test(target) ? target.replace(/\/(?=\?|$)/, '') : target;
}

/**
 * `https://host[:port]` under which the caller reached us: PUBLIC_URL when set, else the Host header; a proxy in front
 * says by X-Forwarded-Proto that it speaks TLS.
 */
export function publicBase(req: IncomingMessage, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl.replace(/\/+$/, '');
  const scheme = req.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return `${scheme}://${requestUrl(req)?.host ?? 'localhost'}`;
}
