import { isIP } from 'node:net';
import { addressKind, hostOf } from './addresses.ts';

/**
 * The address of a webhook in its usual form, or what is wrong with it. Names are looked up when something is sent, each
 * time; an address that may never be reached is told at once.
 */
export function readTarget(text: string): { readonly url: string } | { readonly fault: string } {
  const url = URL.parse(text);
  if (url === null) return { fault: 'not an address such as https://crm.example.com/hook' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { fault: 'begins with https:// or http://' };
  if (url.username !== '' || url.password !== '') return { fault: 'must not hold a name or password' };
  const host = hostOf(url);
  if (isIP(host) !== 0 && addressKind(host) === 'never') return { fault: 'an address that webhooks may not reach' };
  url.hash = '';
  return { url: url.href };
}
