import { BlockList, isIP } from 'node:net';

/**
 * Where webhooks may go. What only the machine itself, its link or its cloud's metadata service answers is refused always;
 * a private or loopback address only when the operator's url names it literally (or says `localhost`), or its host is among
 * those the settings list. Any other name must resolve to public addresses only, whenever it is resolved: a name that
 * outsiders control cannot be turned on the inside.
 */
export type AddressKind = 'public' | 'private' | 'never';

const never = new BlockList();
never.addSubnet('0.0.0.0', 8, 'ipv4');
/** Link-local, with the metadata services of most clouds. */
never.addSubnet('169.254.0.0', 16, 'ipv4');
/** Metadata of Alibaba Cloud, Oracle Cloud and Azure's host. */
never.addAddress('100.100.100.200', 'ipv4');
never.addSubnet('192.0.0.0', 24, 'ipv4');
never.addAddress('168.63.129.16', 'ipv4');
never.addSubnet('224.0.0.0', 3, 'ipv4');
never.addAddress('::', 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
/** Metadata of AWS and Google Cloud. */
never.addAddress('fd00:ec2::254', 'ipv6');
never.addAddress('fd20:ce::254', 'ipv6');
/** 169.254 as IPv6 gateways write it. */
never.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
never.addSubnet('2002:a9fe::', 32, 'ipv6');

const inside = new BlockList();
inside.addSubnet('10.0.0.0', 8, 'ipv4');
inside.addSubnet('100.64.0.0', 10, 'ipv4');
inside.addSubnet('127.0.0.0', 8, 'ipv4');
inside.addSubnet('172.16.0.0', 12, 'ipv4');
inside.addSubnet('192.168.0.0', 16, 'ipv4');
inside.addSubnet('198.18.0.0', 15, 'ipv4');
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fec0::', 10, 'ipv6');
/** Any IPv4 address may stand in these. */
inside.addSubnet('64:ff9b::', 32, 'ipv6');
inside.addSubnet('2002::', 16, 'ipv6');
inside.addSubnet('::', 96, 'ipv6');

/** Of an IP address as text; IPv4 written as IPv6 counts as what it is. */
export function addressKind(address: string): AddressKind {
  const family = isIP(address);
  if (family === 0) return 'never';
  const name = family === 4 ? 'ipv4' : 'ipv6';
  if (never.check(address, name)) return 'never';
  return inside.check(address, name) ? 'private' : 'public';
}

/** Whether a request for a host (of a parsed URL, brackets removed) may go to an address. */
export function mayReach(host: string, address: string, privateHosts: readonly string[]): boolean {
  const kind = addressKind(address);
  if (kind !== 'private') return kind === 'public';
  return isIP(host) !== 0 || host === 'localhost' || privateHosts.includes(host);
}

/** The host of a URL as the resolver takes it. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}
