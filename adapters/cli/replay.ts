import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../../bot/conversations.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { readKeys } from '../keys/keyFile.ts';
import { configuration, toldFaults } from '../settings/configuration.ts';
import { exitCodeOf } from '../settings/exitCode.ts';
import { openStores } from '../stores.ts';
import { transcript } from './transcript.ts';

/** `npm run --silent replay -- CONVERSATION`: prints a stored conversation as a transcript test. Exit 0; 1 unknown; 2 bad usage. */
async function replay(conversation: string | undefined): Promise<number> {
  if (conversation === undefined || !/^[\w-]{4,80}$/.test(conversation))
    return fail(2, 'usage: npm run --silent replay -- CONVERSATION');
  const read = configuration(process.env, { channels: false });
  if (read.kind === 'faulty') return fail(2, toldFaults(read.faults));
  if (!existsSync(join(read.settings.DATA_DIR, 'keys.json')) && read.settings.DATA_KEYS === undefined)
    return fail(1, `nothing was ever stored in ${read.settings.DATA_DIR}`);
  const stores = await openStores(read.settings, read.manual, readKeys(read.settings.DATA_DIR), {
    onError: () => {},
  });
  try {
    const entries: LogEntry[] = [];
    for (let from = 0; ; ) {
      const page = await stores.conversations.log(conversation as ConversationId, from);
      if (page === null) return fail(1, 'there is no such conversation');
      entries.push(...page.entries);
      if (page.next <= from || page.entries.length === 0) break;
      from = page.next;
    }
    process.stdout.write(transcript(conversation, entries));
    return 0;
  } finally {
    await stores.conversations.close();
    await stores.ledger.close();
  }
}

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`);
  return code;
}

process.exitCode = await replay(process.argv[2]).catch((error: unknown) =>
  fail(exitCodeOf(error), error instanceof Error ? error.message : String(error)),
);
