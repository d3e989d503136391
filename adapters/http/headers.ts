import type { ServerResponse } from 'node:http';

/** For everything that is not a page: nothing may run, nothing may frame it, nothing is kept by caches. */
export function secureByDefault(res: ServerResponse): void {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
  res.setHeader('cross-origin-resource-policy', 'same-origin');
  res.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  res.setHeader('cache-control', 'no-store');
}

/** The policy of our pages; `framedBy` is `*` for the chat, which other sites embed, and `'none'` for everything else. */
export function pagePolicy(framedBy: "'none'" | '*'): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self' ws: wss:",
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
}
