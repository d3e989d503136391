import { type LookupAddress, type LookupAllOptions, lookup as system } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { hostOf, mayReach } from './addresses.ts';

/** What a delivery ended with. `failed` names why: `timeout`, `refused address`, or the code of the network's error. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly why: string };

class RefusedAddress extends Error {}

export interface PostOptions {
  readonly privateHosts: readonly string[];
  /** Ends the attempt: its time is over, or the process stops. */
  readonly signal: AbortSignal;
  /** How names are looked up; as the system does unless given. */
  readonly resolve?: Resolve;
}

export type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Posts once, to an address that is checked after it was resolved; follows no redirect and reads no body. */
export function post(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  { privateHosts, signal, resolve = system }: PostOptions,
): Promise<Posted> {
  const url = new URL(address);
  const host = hostOf(url);
  if (isIP(host) !== 0 && !mayReach(host, host, privateHosts)) {
    return Promise.resolve({ kind: 'failed', why: 'refused address' });
  }
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((answer) => {
    const lookup = checkedLookup(host, privateHosts, resolve);
    const request = send(url, { method: 'POST', headers, lookup, signal, agent: false }, (response) => {
      answer({ kind: 'answered', status: response.statusCode ?? 0 });
      // the status says it all
      request.destroy();
    });
    request.on('error', (error) => answer({ kind: 'failed', why: whyOf(error) }));
    request.end(body);
  });
}

function checkedLookup(host: string, privateHosts: readonly string[], resolve: Resolve): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return done(error ?? new Error('no address'), '', 0);
      if (!addresses.every(({ address }) => mayReach(host, address, privateHosts))) {
        return done(new RefusedAddress(), '', 0);
      }
      if (options.all === true) return done(null, [...addresses]);
      return done(null, first.address, first.family);
    });
  };
}

function whyOf(error: Error): string {
  if (error instanceof RefusedAddress) return 'refused address';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code.slice(0, 40) : 'network';
}
