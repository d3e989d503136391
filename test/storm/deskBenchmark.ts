import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { hashPassword } from '../../adapters/desk/auth/passwords.ts';
import { readKeys } from '../../adapters/keys/keyFile.ts';
import { openBooks } from '../../adapters/stores.ts';
import { readSettings } from '../../bot/settings.ts';
import { LANGUAGES } from '../../domain/ids.ts';
import { parseManual } from '../../domain/manual/load.ts';
import { startProduct } from '../support/product.ts';
import { startStores } from '../support/stores.ts';
import { percentile } from './figures.ts';
import { send } from './http.ts';

// `npm run --silent benchmark:desk`: AGENTS agents and CUSTOMERS customers talk for SECONDS seconds, each customer writes
// every THINK seconds and is answered at once. One JSON line: milliseconds from a customer's POST to the agent's console,
// and from the agent's POST to the customer's page. STORES=1 runs on Redis and PostgreSQL, else on SQLite.
// PROFILE=folder writes the server's CPU profile there.
const AGENTS = Number(process.env.AGENTS ?? 40);
const CUSTOMERS = Number(process.env.CUSTOMERS ?? 500);
const SECONDS = Number(process.env.SECONDS ?? 30);
const THINK_MS = Number(process.env.THINK ?? 20) * 1000;
const MANUAL = fileURLToPath(new URL('../../domain/manual/telecom.yaml', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'shouwen-desk-benchmark-'));
const stores = process.env.STORES === '1' ? await startStores() : null;
const password = randomBytes(12).toString('base64url');
const manualFile = join(folder, 'manual.yaml');
const allDay = '[["00:00", "24:00"]]';
const text = readFileSync(MANUAL, 'utf8')
  .replace('[["08:00", "22:00"]]', allDay)
  .replace('[["09:00", "18:00"]]', allDay);
writeFileSync(manualFile, text);
await hire();
const { PROFILE } = process.env;
const product = await startProduct({
  dataDir: folder,
  ...(PROFILE === undefined ? {} : { nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`] }),
  env: { MANUAL_FILE: manualFile },
  ...(stores === null ? {} : { stores: stores.at }),
});

/** When each message was posted, by its words. */
const posted = new Map<string, number>();
const toAgent: number[] = [];
const toCustomer: number[] = [];
const arrived = (words: string, into: number[]): boolean => {
  const at = posted.get(words);
  if (at === undefined) return false;
  posted.delete(words);
  into.push(performance.now() - at);
  return true;
};

const frame = z.object({
  type: z.string(),
  kind: z.string().optional(),
  conversation: z.string().nullish(),
  handoff: z.string().nullish(),
  by: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
const activities = z.object({ activities: z.array(z.object({ type: z.string(), text: z.string().optional() })) });

async function agent(login: string): Promise<() => void> {
  const signedIn = await fetch(`${product.base}/desk/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const { csrfToken, user } = z
    .object({ csrfToken: z.string(), user: z.object({ id: z.string() }) })
    .parse(await signedIn.json());
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
  const call = (method: string, path: string, body: unknown) =>
    fetch(`${product.base}/desk/api${path}`, { method, headers, body: JSON.stringify(body) });
  const socket = new WebSocket(`${product.base.replace('http', 'ws')}/desk/api/events`, {
    headers: { cookie, origin: product.base },
  });
  const here = setInterval(() => socket.send(JSON.stringify({ type: 'here', conversation: null })), 10_000);
  await new Promise((resolve) => socket.once('open', resolve));
  await call('PUT', '/me/status', { status: 'available' });
  socket.on('message', (raw) => {
    const { kind, conversation, handoff, by, data } = frame.parse(JSON.parse(String(raw)));
    const owner = z.object({ kind: z.string(), agent: z.string().optional() }).safeParse(data?.owner).data;
    if (kind === 'handoff' && owner?.kind === 'offered' && owner.agent === user.id)
      void call('POST', `/handoffs/${handoff}/accept`, {});
    const words = String(data?.text ?? '');
    if (kind !== 'message' || by !== 'customer' || !words.startsWith('问') || !arrived(words, toAgent)) return;
    const answer = `答${words}`;
    posted.set(answer, performance.now());
    void call('POST', `/conversations/${conversation}/messages`, { id: randomUUID(), text: answer });
  });
  return () => {
    clearInterval(here);
    socket.close();
  };
}

async function customer(): Promise<{ speak(): Promise<void>; close(): void }> {
  const ticket = await send('POST', `${product.base}/chat/token`, null, { locale: 'zh-Hans' });
  const { token } = z.object({ token: z.string() }).parse(ticket.body);
  const begun = await send('POST', `${product.base}/v3/directline/conversations`, token, {});
  const { conversationId, streamUrl } = z
    .object({ conversationId: z.string(), streamUrl: z.string() })
    .parse(begun.body);
  const socket = new WebSocket(streamUrl);
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on('message', (raw) => {
    if (String(raw) === '') return;
    for (const { text: words = '' } of activities.parse(JSON.parse(String(raw))).activities) {
      if (words.startsWith('答')) arrived(words, toCustomer);
      if (/已接入/.test(words)) resolve();
    }
  });
  await new Promise((done) => socket.once('open', done));
  const url = `${product.base}/v3/directline/conversations/${conversationId}/activities`;
  const say = (words: string) => send('POST', url, token, { type: 'message', text: words, from: { id: 'x' } });
  await say('转人工');
  await promise;
  return {
    async speak() {
      await sleep(Math.random() * THINK_MS);
      for (const until = performance.now() + SECONDS * 1000; performance.now() < until; ) {
        const words = `问${randomUUID()}`;
        posted.set(words, performance.now());
        await say(words);
        await sleep(THINK_MS * (0.5 + Math.random()));
      }
    },
    close: () => socket.close(),
  };
}

async function hire(): Promise<void> {
  const database = stores === null ? {} : { DATABASE_URL: stores.at.database };
  const read = readSettings({ DATA_DIR: folder, MANUAL_FILE: manualFile, ...database });
  const manual = parseManual(text, manualFile);
  if (read.kind === 'faulty' || manual.kind === 'faulty') throw new Error('the benchmark cannot be set up');
  const books = await openBooks(read.settings, manual.manual, readKeys(folder), () => {});
  const hash = await hashPassword(password);
  const limit = Math.ceil(CUSTOMERS / AGENTS) + 2;
  for (let each = 0; each < AGENTS; each++) {
    const draft = {
      login: `agent-${each}`,
      name: `坐席${each}`,
      role: 'agent',
      skills: [],
      languages: LANGUAGES,
      limit,
    } as const;
    await books.staff.add(draft, hash, false, Date.now());
  }
  await books.close();
}

try {
  const ends: (() => void)[] = [];
  for (let each = 0; each < AGENTS; each++) ends.push(await agent(`agent-${each}`));
  const began = performance.now();
  const talking = await Promise.all(Array.from({ length: CUSTOMERS }, () => customer()));
  const takenMs = performance.now() - began;
  await Promise.all(talking.map((each) => each.speak()));
  await sleep(3000);
  const round = (value: number) => Number(value.toFixed(1));
  const of = (values: readonly number[]) => ({
    messages: values.length,
    p50Ms: round(percentile(values, 0.5)),
    p95Ms: round(percentile(values, 0.95)),
    p99Ms: round(percentile(values, 0.99)),
  });
  const line = {
    agents: AGENTS,
    customers: CUSTOMERS,
    stores: stores === null ? 'SQLite' : 'Redis, PostgreSQL',
    allTakenSeconds: round(takenMs / 1000),
    toAgent: of(toAgent),
    toCustomer: of(toCustomer),
    lost: posted.size,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  for (const end of ends) end();
  for (const each of talking) each.close();
} finally {
  await product.stop();
  await product.dispose();
  await stores?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
