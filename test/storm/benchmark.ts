import { startProduct } from '../support/product.ts';
import { startStores } from '../support/stores.ts';
import { figures, usageOf } from './figures.ts';
import { floor } from './floor.ts';
import { storeCalls } from './storeCalls.ts';
import { storm } from './storm.ts';

// `npm run --silent benchmark`: one JSON line for the bare SDK, one for the product on Redis and PostgreSQL, one for the
// comparison. CUSTOMERS and TURNS change the load; PROFILE=folder writes the server's CPU profile there.
const CUSTOMERS = Number(process.env.CUSTOMERS ?? 200);
const TURNS = Number(process.env.TURNS ?? 20);
const { PROFILE } = process.env;
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const bare = await floor(CUSTOMERS, TURNS);
print(bare);

const stores = await startStores();
const product = await startProduct({
  stores: stores.at,
  ...(PROFILE === undefined ? {} : { nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`] }),
});
try {
  const base = () => product.base;
  await storm({ base, customers: 20, turns: 5 });
  const callsBefore = await storeCalls(stores);
  let before = await usageOf(product.base);
  let after = before;
  let measured: Promise<void> | null = null;
  const result = await storm({
    base,
    customers: CUSTOMERS,
    turns: TURNS,
    // Arrivals are not turns: the account begins with the first one.
    onTurn(done) {
      if (done !== 0) return;
      measured = usageOf(product.base).then((usage) => {
        before = usage;
      });
    },
    async onEnd() {
      after = await usageOf(product.base);
    },
  });
  await measured;
  const callsAfter = await storeCalls(stores);
  const turnMs = result.histories.flatMap((each) => each.turnMs);
  const turns = turnMs.length;
  const perTurn = (count: number) => Number((count / turns).toFixed(1));
  const line = figures({
    name: 'Shouwen',
    customers: CUSTOMERS,
    turns,
    seconds: result.seconds,
    turnMs,
    before,
    after,
  });
  const sentAgain = result.histories.reduce((sum, each) => sum + each.again, 0);
  print({
    ...line,
    stores: 'Redis, PostgreSQL',
    // Arrivals and sweeps are in these two.
    redisScriptsPerTurn: perTurn(callsAfter.redisScripts - callsBefore.redisScripts),
    databaseTransactionsPerTurn: perTurn(callsAfter.databaseTransactions - callsBefore.databaseTransactions),
    sentAgain,
    registered: result.numbers.length,
    faults: result.faults.length,
  });
  print({
    name: 'compared',
    cpuTimesBareSdk: Number((line.cpuMicrosPerTurn / bare.cpuMicrosPerTurn).toFixed(2)),
    inOrder: result.faults.length === 0,
  });
  for (const fault of result.faults.slice(0, 20)) process.stderr.write(`${fault}\n`);
  process.exitCode = result.faults.length === 0 ? 0 : 1;
} finally {
  await product.stop();
  await product.dispose();
  await stores.stop();
}
