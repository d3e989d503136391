import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Product } from '../support/product.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PASSWORD = 'correct-horse-9';
const PATIENCE_MS = 20_000;
const waitingSchema = z.object({
  waiting: z.array(z.object({ handoff: z.string(), conversation: z.string() })),
});

/** Somebody at the desk, worked through its API as the console does. */
export interface Colleague {
  /** Takes the waiting customer of a conversation; waits until there is one. */
  accept(conversation: string): Promise<void>;
  say(conversation: string, text: string): Promise<void>;
  giveBack(conversation: string): Promise<void>;
  /** Their console lost its instance and comes back on another. */
  moveTo(product: Product): Promise<void>;
  leave(): void;
}

/**
 * Adds an account, signs it in and makes it available; the desk is open whatever the hour. Throws when refused. `env`: where
 * the ledger is, when not in the data directory.
 */
export async function hire(
  product: Product,
  login: string,
  name: string,
  limit: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Colleague> {
  addUser(product, `${login}-boss`, name, 'admin', limit, env);
  const boss = (await signIn(product, `${login}-boss`)).callAt(product);
  await boss('PUT', '/settings', { open: true, notice: null, hours: null });
  addUser(product, login, name, 'agent', limit, env);
  const { callAt, cookie } = await signIn(product, login);
  let call = callAt(product);
  let socket = await openConsole(product, cookie);
  await call('PUT', '/me/status', { status: 'available' });
  let messages = 0;
  return {
    async accept(conversation) {
      const until = performance.now() + PATIENCE_MS;
      while (performance.now() < until) {
        const { waiting } = waitingSchema.parse(await call('GET', '/queue'));
        const found = waiting.find((each) => each.conversation === conversation);
        if (found) return void (await call('POST', `/handoffs/${found.handoff}/accept`, {}));
        await sleep(100);
      }
      throw new Error('nobody waits in that conversation');
    },
    async say(conversation, text) {
      await call('POST', `/conversations/${conversation}/messages`, { id: `${login}-${++messages}`, text });
    },
    async giveBack(conversation) {
      await call('POST', `/conversations/${conversation}/return`, { result: 'solved' });
    },
    async moveTo(other) {
      call = callAt(other);
      socket = await openConsole(other, cookie);
    },
    leave: () => socket.terminate(),
  };
}

async function openConsole({ base }: Product, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/desk/api/events?after=0`, {
    headers: { cookie, origin: base },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.send(JSON.stringify({ type: 'here', conversation: null }));
  return socket;
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** The session holds on every instance. */
async function signIn(
  product: Product,
  login: string,
): Promise<{ callAt: (product: Product) => Call; cookie: string }> {
  const answer = await fetch(`${product.base}/desk/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await answer.json());
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const headers = { cookie, 'x-csrf-token': csrfToken };
  return {
    cookie,
    callAt: (at) => async (method, path, body) => {
      const given = body === undefined ? { headers } : { headers: { ...headers, 'content-type': 'application/json' } };
      const init = body === undefined ? given : { ...given, body: JSON.stringify(body) };
      const response = await fetch(`${at.base}/desk/api${path}`, { method, ...init });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
  };
}

function addUser(
  product: Product,
  login: string,
  name: string,
  role: string,
  limit: number,
  more: Readonly<Record<string, string>>,
): void {
  const account = ['--login', login, '--name', name, '--role', role, '--limit', String(limit), '--password-stdin'];
  const { status, stderr } = spawnSync(process.execPath, ['adapters/cli/desk.ts', 'add-user', ...account], {
    cwd: ROOT,
    input: `${PASSWORD}\n`,
    env: { ...process.env, ...more, DATA_DIR: product.dataDir },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the account was not added: ${stderr}`);
}
