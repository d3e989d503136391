import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Settings } from '../../bot/settings.ts';
import { run, Usage } from '../../nlu/cli/fail.ts';
import { readKeys } from '../keys/keyFile.ts';
import { configuration, toldFaults } from '../settings/configuration.ts';
import { openBooks } from '../stores.ts';
import { accounts, NotDone } from './accounts.ts';

/** `npm run --silent desk`: see `accounts.ts`. Exit 0; 1 it could not be done; 2 bad usage or settings. */
await run(async () => {
  const read = configuration(process.env, { channels: false });
  if (read.kind === 'faulty') throw new Usage(toldFaults(read.faults));
  const { settings, manual } = read;
  if (wouldMakeOtherKeys(settings))
    throw new NotDone(`${join(settings.DATA_DIR, 'keys.json')} is missing, and the data were sealed with its keys`);
  const ledger = await openBooks(settings, manual, readKeys(settings.DATA_DIR), () => {});
  try {
    await accounts(process.argv.slice(2), {
      ledger,
      manual,
      now: Date.now,
      stdin: () => text(process.stdin),
      print: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
      warn: (line) => process.stderr.write(`${line}\n`),
    });
  } finally {
    await ledger.close();
  }
});

/** There are data already, and not all keys are given: new ones would seal accounts so that the product cannot open them. */
function wouldMakeOtherKeys({ DATA_DIR, DATABASE_URL, DATA_KEYS, INDEX_KEY }: Settings): boolean {
  const has = (name: string): boolean => existsSync(join(DATA_DIR, name));
  if (has('keys.json') || (DATA_KEYS !== undefined && INDEX_KEY !== undefined)) return false;
  return DATABASE_URL !== undefined || has('ledger.db') || has('conversations.db');
}
