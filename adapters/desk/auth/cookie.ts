import type { IncomingMessage } from 'node:http';

export const SESSION_COOKIE = 'shouwen_desk';

/** The value of a cookie; null when there is none, or two, of which one was planted. */
export function readCookie(req: IncomingMessage, name: string): string | null {
  const values = (req.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .filter(([key]) => key === name)
    .map(([, value]) => value ?? '');
  const [only, ...more] = values;
  return only === undefined || more.length > 0 || !/^[\w.~+/-]{1,4000}$/.test(only) ? null : only;
}

export interface CookieRules {
  readonly path: string;
  readonly sameSite: 'Strict' | 'Lax';
  /** 0 removes it; null: until the browser ends. */
  readonly maxAgeSeconds: number | null;
  readonly secure: boolean;
}

/** A `Set-Cookie` value that no script of a page reads. */
export function cookie(name: string, value: string, rules: CookieRules): string {
  return [
    `${name}=${value}`,
    `Path=${rules.path}`,
    'HttpOnly',
    `SameSite=${rules.sameSite}`,
    ...(rules.secure ? ['Secure'] : []),
    ...(rules.maxAgeSeconds === null ? [] : [`Max-Age=${rules.maxAgeSeconds}`]),
  ].join('; ');
}

/** Sets, or with null removes, the cookie of a session. */
export function sessionCookie(value: string | null, publicUrl: string | null): string {
  return cookie(SESSION_COOKIE, value ?? '', {
    path: '/desk',
    sameSite: 'Strict',
    maxAgeSeconds: value === null ? 0 : null,
    secure: isSecure(publicUrl),
  });
}

export function isSecure(publicUrl: string | null): boolean {
  return publicUrl?.startsWith('https://') ?? false;
}
