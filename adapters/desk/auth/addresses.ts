import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Instant } from '../../../domain/ids.ts';

const OWN = new BlockList();
OWN.addSubnet('127.0.0.0', 8);
OWN.addSubnet('10.0.0.0', 8);
OWN.addSubnet('172.16.0.0', 12);
OWN.addSubnet('192.168.0.0', 16);
OWN.addAddress('::1', 'ipv6');
OWN.addSubnet('fc00::', 7, 'ipv6');

/**
 * Where a request comes from: the peer, or what a proxy on our own network says of its peer. Whoever is on that network can
 * say what they like; the count of each account holds for them too. Of IPv6 the first 64 bits, which one customer has.
 */
export function addressOf(req: IncomingMessage): string {
  const peer = (req.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  const forwarded = req.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim() ?? '';
  const trusted = isIP(peer) !== 0 && OWN.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4');
  const address = trusted && isIP(last) !== 0 ? last : peer;
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** The first four groups, written out. */
function networkOf(address: string): string {
  const [left = [], right] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const gap = right === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...(right ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

export interface AddressLimiter {
  /** Counts an attempt; milliseconds until the address may try again when it has none left, 0 when it may. */
  take(address: string): number;
  /** The attempt was none: it succeeded. */
  giveBack(address: string): void;
}

const BURST = 50;
const REFILL_MS = 12_000;
const MOST_ADDRESSES = 10_000;

/** Sign-ins of an address that failed or are under way, over all accounts: 50, then one each 12 s. Kept in memory, of each instance on its own. */
export function createAddressLimiter(now: () => Instant): AddressLimiter {
  /** When the bucket of an address is full again. */
  const fullAt = new Map<string, Instant>();
  const debtMs = (address: string): number => Math.max(0, (fullAt.get(address) ?? 0) - now());
  const owe = (address: string, debt: number): void => {
    fullAt.delete(address);
    fullAt.set(address, now() + debt);
    for (const oldest of fullAt.keys()) {
      if (fullAt.size <= MOST_ADDRESSES) break;
      fullAt.delete(oldest);
    }
  };
  return {
    take(address) {
      const debt = debtMs(address);
      const waitMs = Math.max(0, debt - (BURST - 1) * REFILL_MS);
      if (waitMs === 0) owe(address, debt + REFILL_MS);
      return waitMs;
    },
    giveBack: (address) => owe(address, Math.max(0, debtMs(address) - REFILL_MS)),
  };
}
