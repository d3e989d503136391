/** A process of its own that sends what the ledger in its argument has to tell, until it is killed. */
import { WebhookSender } from '../../adapters/webhooks/sender.ts';
import { openAt } from '../contracts/ledgerFixtures.ts';

const silent = () => {};
const { webhooks } = await openAt({ file: process.argv[2] ?? '' });
new WebhookSender({
  webhooks,
  transcript: async () => [],
  privateHosts: [],
  now: Date.now,
  log: { info: silent, warn: silent, error: silent },
  failed: silent,
  ...{ timeoutMs: 5000, leaseMs: 20_000, everyMs: 50 },
}).start();
