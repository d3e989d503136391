import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CHANNEL_NAMES, type ChannelName } from '../../adapters/channels/messaging/port.ts';
import type { Simulator } from '../simulators/platform.ts';
import { startProduct } from '../support/product.ts';
import { startStores } from '../support/stores.ts';
import { percentile } from './figures.ts';

// `npm run --silent benchmark:webhooks`: CUSTOMERS customers of each messaging channel write RATE messages a second for SECONDS
// seconds while turns take TURN milliseconds longer, half as long to half as much again. One JSON line a channel: milliseconds from the beginning of the platform's
// request to its answer. The product is a process of its own, the platform and its customers are this one. STORES=1 runs on Redis and
// PostgreSQL, else on SQLite. WeChat is answered with the turn's words if they come within four seconds: its line holds the turn.
const SLOW_TURNS = fileURLToPath(new URL('./slowTurns.ts', import.meta.url));
const CUSTOMERS = Number(process.env.CUSTOMERS ?? 100);
const RATE = Number(process.env.RATE ?? 20);
const SECONDS = Number(process.env.SECONDS ?? 20);
const TURN_MS = Number(process.env.TURN ?? 2000);
/** The first so many are left out: code is compiled, connections are opened. */
const WARM = RATE * 2;

const stores = process.env.STORES === '1' ? await startStores() : null;

async function measure(name: ChannelName): Promise<object> {
  const { simulator }: { simulator: Simulator } = await import(
    fileURLToPath(new URL(`../simulators/${name}.ts`, import.meta.url))
  );
  const platform = await simulator.open();
  const dataDir = mkdtempSync(join(tmpdir(), 'shouwen-webhooks-'));
  // JSON is YAML as well
  writeFileSync(join(dataDir, 'channels.yaml'), JSON.stringify([platform.account]), { mode: 0o600 });
  const product = await startProduct({
    dataDir,
    nodeFlags: ['--import', SLOW_TURNS],
    env: { SLOW_TURN_MS: String(TURN_MS) },
    ...(stores === null ? {} : { stores: stores.at }),
  });
  const customers = Array.from({ length: CUSTOMERS }, () => platform.customer());
  const tookMs: number[] = [];
  let refused = 0;
  const push = async (at: number): Promise<void> => {
    const says = customers[at % CUSTOMERS]?.says(`第${at}句`);
    const begun = performance.now();
    const status = await says?.(product.base);
    if (status !== 200) refused++;
    if (at >= WARM) tookMs.push(performance.now() - begun);
  };
  const begun = performance.now();
  const all: Promise<void>[] = [];
  for (let at = 0; at < RATE * SECONDS; at++) {
    all.push(push(at));
    await sleep(Math.max(0, begun + ((at + 1) * 1000) / RATE - performance.now()));
  }
  await Promise.all(all);
  await product.dispose();
  await platform.close();
  rmSync(dataDir, { recursive: true, force: true });
  const ms = (share: number): number => Number(percentile(tookMs, share).toFixed(1));
  return {
    ...{ channel: name, customers: CUSTOMERS, perSecond: RATE, turnMs: TURN_MS, pushes: tookMs.length },
    ...{ p50Ms: ms(0.5), p99Ms: ms(0.99), maxMs: ms(1), refused },
  };
}

for (const name of CHANNEL_NAMES) process.stdout.write(`${JSON.stringify(await measure(name))}\n`);
await stores?.stop();
process.exit(0);
