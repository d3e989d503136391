import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../bot/settings.ts';
import { parseManual } from '../../domain/manual/load.ts';
import { run, Usage } from '../../nlu/cli/fail.ts';
import { DATA } from '../../nlu/examples.ts';
import { readKeys } from '../keys/keyFile.ts';
import { openBooks } from '../stores.ts';
import { NotReviewed, reviewing } from './reviewing.ts';

/** `npm run --silent nlu:review`: see `reviewing.ts`. Exit 0; 1 it could not be done; 2 bad usage or settings. */
await run(async () => {
  const read = readSettings(process.env);
  if (read.kind === 'faulty') throw new Usage(read.faults.join('\n'));
  const { settings } = read;
  const path = settings.MANUAL_FILE ?? fileURLToPath(new URL('../../domain/manual/telecom.yaml', import.meta.url));
  const manual = parseManual(readFileSync(path, 'utf8'), path);
  if (manual.kind === 'faulty') throw new Usage(manual.faults.join('\n'));
  if (!existsSync(join(settings.DATA_DIR, 'keys.json')) && settings.DATA_KEYS === undefined)
    throw new NotReviewed(`nothing was ever stored in ${settings.DATA_DIR}`);
  const ledger = await openBooks(settings, manual.manual, readKeys(settings.DATA_DIR), () => {});
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
