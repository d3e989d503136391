import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './ports.ts';

export { freePort };

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** kill -9; what was not on disk is gone. Resolves when the process has ended. */
  kill(): Promise<void>;
  /** Starts again on the same directory and port. Resolves when the data is loaded. */
  restart(): Promise<void>;
  /** Ends the server and removes its directory. */
  stop(): Promise<void>;
}

/**
 * Debian's redis-server on a free port with a fresh directory, syncing every write to disk before it answers.
 * `settings` are added to the command line: `['--appendfsync', 'no']`.
 */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const dir = await mkdtemp(join(tmpdir(), 'shouwen-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--loglevel', 'warning'];
  args.push('--appendonly', 'yes', '--appendfsync', 'always', ...settings);
  let server = await launch(args, port);
  const end = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill: end,
    async restart() {
      await end();
      server = await launch(args, port);
    },
    async stop() {
      await end();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function launch(args: readonly string[], port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  server.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  server.stderr.on('data', (chunk) => {
    output += String(chunk);
  });
  let failed: string | null = null;
  server.on('error', (error) => {
    const missing = 'code' in error && error.code === 'ENOENT';
    failed = missing ? 'redis-server is not installed; on Debian: apt-get install redis-server' : error.message;
  });
  server.on('exit', () => {
    failed ??= `redis-server ended: ${output}`;
  });
  for (let tries = 0; tries < 500; tries++) {
    if (failed !== null) throw new Error(failed);
    if (await answers(port)) return server;
    await sleep(20);
  }
  server.kill('SIGKILL');
  throw new Error(`redis-server does not answer: ${output}`);
}

async function answers(port: number): Promise<boolean> {
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: null });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
