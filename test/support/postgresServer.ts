import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './ports.ts';

const INSTALLED = '/usr/lib/postgresql';
const PATIENCE_MS = 30_000;

/** PostgreSQL's programs are not on this machine. */
export class PostgresMissing extends Error {
  override readonly name = 'PostgresMissing';
  constructor(what: string) {
    super(`${what}: install the Debian package postgresql-15 (no cluster or service is needed)`);
  }
}

export interface PostgresServer {
  /** Address of an empty database made for the caller. */
  database(): Promise<string>;
  /** As `pg_dump --inserts` of that database. */
  dump(url: string): string;
  /** `kill -9` of the server; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same port with the same data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/**
 * A throwaway server on a free port of the loopback, its data and sockets in a temporary folder, durable like a real one.
 * @throws PostgresMissing when it is not installed
 */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = newestBin();
  const owner = process.getuid?.() === 0 ? unprivileged() : undefined;
  const home = mkdtempSync(join(tmpdir(), 'shouwen-pg-'));
  const data = join(home, 'data');
  const passwordFile = join(home, 'password');
  const password = randomBytes(12).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner !== undefined) for (const path of [home, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const make = [
    '-D',
    data,
    '-U',
    'shouwen',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--locale=C',
  ];
  const made = spawnSync(join(bin, 'initdb'), [...make, '--no-sync'], { ...owner, cwd: home, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error?.message ?? ''}`);

  const port = await freePort();
  const at = (name: string) => `postgres://shouwen:${password}@127.0.0.1:${port}/${name}`;
  const run = (): Promise<ChildProcess> => {
    const settings = ['listen_addresses=127.0.0.1', 'max_connections=60', 'shared_buffers=16MB'];
    const flags = ['-D', data, '-p', String(port), '-k', home, ...settings.flatMap((setting) => ['-c', setting])];
    return ready(
      () => spawn(join(bin, 'postgres'), flags, { ...owner, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] }),
      at('postgres'),
    );
  };
  let server = await run();
  const killAtExit = () => server.kill('SIGQUIT');
  process.once('exit', killAtExit);
  let databases = 0;
  return {
    async database() {
      const name = `ledger_${++databases}`;
      await ask(at('postgres'), `create database ${name}`);
      return at(name);
    },
    dump(url) {
      const dumped = spawnSync(join(bin, 'pg_dump'), ['--inserts', url], { encoding: 'utf8', maxBuffer: 1 << 28 });
      if (dumped.status !== 0) throw new Error(`pg_dump failed: ${dumped.stderr}`);
      return dumped.stdout;
    },
    kill: () => end(server, 'SIGKILL'),
    async restart() {
      server = await run();
    },
    async stop() {
      process.removeListener('exit', killAtExit);
      await end(server, 'SIGINT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function newestBin(): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).filter((name) => /^\d+$/.test(name)) : [];
  const bins = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(INSTALLED, version, 'bin'));
  const found = bins.find((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')));
  if (found === undefined) throw new PostgresMissing(`no PostgreSQL server under ${INSTALLED}`);
  return found;
}

/** PostgreSQL refuses to run as root: the user its package makes. */
function unprivileged(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined)
    throw new PostgresMissing('running as root, and there is no user postgres');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Starts until it answers. After a kill the former server's children may hold its memory for a moment: then again. */
async function ready(start: () => ChildProcess, url: string): Promise<ChildProcess> {
  const until = performance.now() + PATIENCE_MS;
  let server = start();
  let said = '';
  const listen = () =>
    server.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
  listen();
  while (performance.now() < until) {
    await pause(50);
    if (server.exitCode !== null) {
      server = start();
      listen();
      continue;
    }
    try {
      await ask(url, 'select 1');
      return server;
    } catch {
      // Not yet.
    }
  }
  server.kill('SIGKILL');
  throw new Error(`PostgreSQL does not answer; it said: ${said}`);
}

/** One statement on a connection of its own. */
export async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function end(server: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill(signal);
  await gone;
}
