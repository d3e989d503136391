import type { AddressInfo } from 'node:net';
import type { HttpServer } from './server.ts';

/** Nothing can listen where PORT and HOST say; the message is one line that names the setting to change. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

const WHY: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `PORT: ${port} at ${host} is taken: end what listens there, or choose another port`,
  EACCES: (host, port) => `PORT: ${port} at ${host} needs more rights: choose one from 1024 on`,
  EADDRNOTAVAIL: (host) => `HOST: ${host} is no address of this machine: choose one of its own, 127.0.0.1 or 0.0.0.0`,
  ENOTFOUND: (host) => `HOST: nobody knows the name ${host}: choose an address of this machine, 127.0.0.1 or 0.0.0.0`,
};

/** Listens, or throws `CannotListen`. */
export async function listening(server: HttpServer, port: number, host: string): Promise<AddressInfo> {
  try {
    return await server.listen(port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const told = WHY[code]?.(host, port) ?? `HOST, PORT: nothing can listen at ${host}, port ${port} (${code})`;
    throw new CannotListen(told, { cause: error });
  }
}
