import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run, Usage } from '../../nlu/cli/fail.ts';
import { DATA } from '../../nlu/examples.ts';
import { readKeys } from '../keys/keyFile.ts';
import { configuration, toldFaults } from '../settings/configuration.ts';
import { openBooks } from '../stores.ts';
import { NotReviewed, reviewing } from './reviewing.ts';

/** `npm run --silent nlu:review`: see `reviewing.ts`. Exit 0; 1 it could not be done; 2 bad usage or settings. */
await run(async () => {
  const read = configuration(process.env, { channels: false });
  if (read.kind === 'faulty') throw new Usage(toldFaults(read.faults));
  const { settings, manual } = read;
  if (!existsSync(join(settings.DATA_DIR, 'keys.json')) && settings.DATA_KEYS === undefined)
    throw new NotReviewed(`nothing was ever stored in ${settings.DATA_DIR}`);
  const ledger = await openBooks(settings, manual, readKeys(settings.DATA_DIR), () => {});
  try {
    await reviewing(process.argv.slice(2), {
      learning: ledger.learning,
      data: DATA,
      now: Date.now,
      print: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
    });
  } finally {
    await ledger.close();
  }
});
