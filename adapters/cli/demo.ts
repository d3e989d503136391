import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../bot/settings.ts';
import { baseUrl } from '../../bot/startBlock.ts';
import { LANGUAGES } from '../../domain/ids.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import { run, Usage } from '../../nlu/cli/fail.ts';
import { newPassword } from '../desk/auth/newPassword.ts';
import { hashPassword } from '../desk/auth/passwords.ts';
import { readKeys } from '../keys/keyFile.ts';
import { configuration, toldFaults } from '../settings/configuration.ts';
import { openBooks } from '../stores.ts';
import { play } from './demo/play.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 60_000;

/**
 * `npm run demo`: the product on data of its own that vanish at the end, with two agents and a handful of simulated
 * customers. One agent is simulated, the other one is for whoever looks at it. Exit 0 after Ctrl-C; 1 when it does not start.
 */
await run(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shouwen-demo-'));
  const read = configuration({ ...process.env, DATA_DIR: dataDir, REDIS_URL: '', DATABASE_URL: '' });
  if (read.kind === 'faulty') throw new Usage(toldFaults(read.faults));
  const { settings, manual } = read;
  const password = newPassword();
  const ended = new AbortController();
  try {
    await prepare(settings, manual, password);
    const base = baseUrl({ ...settings, PUBLIC_URL: undefined }, settings.PORT);
    const env = { ...process.env, DATA_DIR: dataDir, REDIS_URL: '', DATABASE_URL: '', LOG_LEVEL: 'error' };
    const product = spawn(process.execPath, ['bot/main.ts'], { cwd: ROOT, env, stdio: 'inherit' });
    const gone = once(product, 'exit');
    const stop = () => void ended.abort();
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    await ready(base, product);
    process.stdout.write(`  Demo: everything here is invented and vanishes when it stops.

  Be an agent    ${base}/desk/    as wang, password ${password}
                 three customers wait; set yourself to available and take one
  Be a customer  ${base}/

`);
    const failed = (error: unknown) =>
      process.stderr.write(`demo: ${error instanceof Error ? error.message : error}\n`);
    await Promise.race([gone, play({ base, login: 'li', password, ended: ended.signal, failed }).then(() => gone)]);
    ended.abort();
    if (product.exitCode === null) product.kill('SIGTERM');
    await gone;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

/** Two agents, and a desk that is open at night too. */
async function prepare(settings: Settings, manual: Manual, password: string): Promise<void> {
  const ledger = await openBooks(settings, manual, readKeys(settings.DATA_DIR), () => {});
  try {
    const hash = await hashPassword(password);
    const account = { languages: LANGUAGES, limit: 4, skills: Object.keys(manual.teams) } as const;
    const agent = { ...account, role: 'supervisor' } as const;
    const wang = await ledger.staff.add({ ...agent, login: 'wang', name: '王芳（演示）' }, hash, false, Date.now());
    await ledger.staff.add({ ...account, role: 'agent', login: 'li', name: '李强（演示）' }, hash, false, Date.now());
    if (wang === 'taken') throw new Error('the demo began on data that are there already');
    await ledger.deskBook.saveSettings({ open: true, notice: null, hours: null }, wang.id, Date.now());
  } finally {
    await ledger.close();
  }
}

async function ready(base: string, product: { readonly exitCode: number | null }): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 200) {
    if (product.exitCode !== null) throw new Error('the product did not start');
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await sleep(200);
  }
  throw new Error('the product did not become ready');
}
