/** Where Redis is: one server, a cluster by some of its nodes, or a master that sentinels know. */
export type RedisPlace = {
  readonly tls: boolean;
  readonly username: string | null;
  readonly password: string | null;
} & (
  | { readonly kind: 'single'; readonly node: RedisNode }
  | { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[] }
  | { readonly kind: 'sentinel'; readonly nodes: readonly RedisNode[]; readonly master: string }
);

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** The address cannot be used. The text never repeats the address: it may hold a password. */
export class RedisUrlInvalid extends Error {
  override readonly name = 'RedisUrlInvalid';
}

const SCHEME = /^redis(s?)(\+sentinel|\+cluster)?:\/\//;
const NODE = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/;

/**
 * Reads `redis://host:6379`, `rediss://user:password@host`, several nodes with commas (a cluster; every node may repeat
 * the scheme), `redis+cluster://host` (a cluster by one node) and `redis+sentinel://host:26379,host/master-name`.
 * User and password are percent-encoded and serve for Redis and sentinels alike. Only database 0 is used.
 */
export function parseRedisUrl(url: string): RedisPlace {
  const scheme = SCHEME.exec(url);
  if (scheme === null) throw new RedisUrlInvalid('an address begins with redis:// or rediss://');
  const [all, tls, special] = scheme;
  const rest = url.slice(all.length).replaceAll(/(?:\/0?)?,\s*rediss?:\/\//g, ',');
  const at = rest.lastIndexOf('@');
  const [authority = '', path = '', ...more] = rest.slice(at + 1).split('/');
  if (more.length > 0) throw new RedisUrlInvalid('something follows the path');
  const nodes = authority.split(',').map((node) => parseNode(node, special === '+sentinel' ? 26_379 : 6379));
  const [first] = nodes;
  if (first === undefined) throw new RedisUrlInvalid('no host');
  const access = { tls: tls === 's', ...credentials(at < 0 ? '' : rest.slice(0, at)) };
  if (special === '+sentinel') {
    if (path === '') throw new RedisUrlInvalid('the name of the master is missing after the hosts');
    return { kind: 'sentinel', nodes, master: decodeURIComponent(path), ...access };
  }
  if (path !== '' && path !== '0') throw new RedisUrlInvalid('only database 0 is used');
  if (special === '+cluster' || nodes.length > 1) return { kind: 'cluster', nodes, ...access };
  return { kind: 'single', node: first, ...access };
}

function parseNode(text: string, usualPort: number): RedisNode {
  const match = NODE.exec(text.trim());
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3] ?? usualPort);
  if (host === undefined) throw new RedisUrlInvalid('a host cannot be read');
  if (port < 1 || port > 65_535) throw new RedisUrlInvalid('a port is from 1 to 65535');
  return { host, port };
}

function credentials(text: string): { username: string | null; password: string | null } {
  if (text === '') return { username: null, password: null };
  const colon = text.indexOf(':');
  try {
    const username = decodeURIComponent(colon < 0 ? text : text.slice(0, colon));
    const password = colon < 0 ? null : decodeURIComponent(text.slice(colon + 1));
    return { username: username === '' ? null : username, password };
  } catch {
    throw new RedisUrlInvalid('user or password is not percent-encoded');
  }
}
