import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteConversations } from '../../adapters/conversations/sqlite/sqliteConversations.ts';
import { conversation, echo, inbound, testSealer } from './conversationsSamples.ts';

describe('the file of conversations on SQLite', () => {
  it('is readable by its owner only, and so are the files beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shouwen-sqlite-'));
    const store = new SqliteConversations({ sealer: testSealer, file: join(folder, 'conversations.db') });
    await store.accept(conversation(), inbound('a'), echo('a'));
    const names = await readdir(folder);
    assert.ok(names.length >= 2, 'the write-ahead log is there');
    for (const name of names) assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name);
    await store.close();
    await rm(folder, { recursive: true });
  });
});
