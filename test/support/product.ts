import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { freePort } from './ports.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 30_000;
const keysSchema = z.object({ operatorApiKey: z.string() });

export interface ProductOptions {
  /** Redis and PostgreSQL; left out: SQLite in the data directory. */
  readonly stores?: { readonly redis: string; readonly database: string };
  /** An earlier product's directory: a second instance of the same product, with the same keys. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For node itself, such as `--cpu-prof`. */
  readonly nodeFlags?: readonly string[];
}

/** `node bot/main.ts` as a process of its own, on a port of its own. */
export interface Product {
  readonly base: string;
  readonly port: number;
  readonly dataDir: string;
  /** What it printed since it was started last: the start block and the log. */
  output(): string;
  /** kill -9. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves with the exit code, or the signal that ended it. */
  stop(): Promise<number | NodeJS.Signals | null>;
  /** Starts it again on the same data and port. Resolves when it is ready. */
  restart(): Promise<void>;
  /** GET with the operator's key; the body as it came. Throws on anything but 200. */
  operator(path: string): Promise<unknown>;
  /** Ends it and, when it made it, removes its data. */
  dispose(): Promise<void>;
}

/** Starts the product and waits until it is ready. Throws with its output when it does not become so. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'shouwen-product-'));
  let running = await launch(options, dataDir, await freePort());
  const { port } = running;
  const base = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals) => {
    const { child } = running;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
    return child.exitCode ?? child.signalCode;
  };
  return {
    base,
    port,
    dataDir,
    output: () => running.output(),
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    async restart() {
      await end('SIGKILL');
      running = await launch(options, dataDir, port);
    },
    async operator(path) {
      const { operatorApiKey } = keysSchema.parse(JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')));
      const answer = await fetch(base + path, { headers: { authorization: `Bearer ${operatorApiKey}` } });
      if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async dispose() {
      await end('SIGKILL');
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  output(): string;
}

async function launch(options: ProductOptions, dataDir: string, port: number): Promise<Running> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...(options.nodeFlags ?? []), 'bot/main.ts'], {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      // Half of a start is compiling; runs with many starts share it.
      NODE_COMPILE_CACHE: join(tmpdir(), 'shouwen-compile-cache'),
      ...(options.stores ? { REDIS_URL: options.stores.redis, DATABASE_URL: options.stores.database } : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: unknown) => {
    said = (said + String(chunk)).slice(-100_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  child.once('exit', () => process.removeListener('exit', killAtExit));

  const until = performance.now() + PATIENCE_MS;
  let at = 0;
  while (performance.now() < until && child.exitCode === null && child.signalCode === null) {
    at ||= Number(/Chat page\s+http:\/\/[^/\s]+:(\d+)\//.exec(said)?.[1] ?? 0);
    if (at > 0 && (await ready(at))) return { child, port: at, output: () => said };
    await sleep(10);
  }
  const end = child.exitCode ?? child.signalCode ?? 'still running';
  child.kill('SIGKILL');
  throw new Error(`the product did not become ready (${end}); it said:\n${said}`);
}

async function ready(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
