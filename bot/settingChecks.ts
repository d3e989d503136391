import { isIP, isIPv4 } from 'node:net';

const NAME = /^(?=.{1,253}$)[a-z\d]([a-z\d_-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d_-]{0,61}[a-z\d])?)*\.?$/i;

/** An address or a name that one may listen on. What is made of digits and dots alone is meant as an IPv4 address. */
export function isHost(text: string): boolean {
  if (/^[\d.]+$/.test(text)) return isIPv4(text);
  return isIP(text) !== 0 || NAME.test(text);
}

/** `http://` or `https://` with a host. URL forgives blanks and missing slashes, browsers and webhooks do not. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^\s/?#]/i.test(text) && !/\s/.test(text) && URL.canParse(text);
}

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
