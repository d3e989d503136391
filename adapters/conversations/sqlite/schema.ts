import { closeSync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Grows by one with every change of the tables; a file of a newer release is refused. */
const VERSION = 1;

const TABLES = `
  CREATE TABLE conversation (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state TEXT,                           -- sealed
    log_end INTEGER NOT NULL DEFAULT 0,   -- position after the last log entry
    arrivals INTEGER NOT NULL DEFAULT 0,  -- messages ever taken
    epoch INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER,                  -- null: nobody holds the lease
    delivered INTEGER,                    -- null: not a conversation we push to
    pending_since INTEGER,                -- null: needs nobody
    expires_at INTEGER                    -- null: messages wait
  ) STRICT;
  CREATE INDEX conversation_pending ON conversation (pending_since) WHERE pending_since IS NOT NULL;
  CREATE INDEX conversation_expiry ON conversation (expires_at) WHERE expires_at IS NOT NULL;

  CREATE TABLE inbox (
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    arrival INTEGER NOT NULL,
    id TEXT NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (conversation, arrival)
  ) STRICT;

  CREATE TABLE log (
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (conversation, position)
  ) STRICT;

  CREATE TABLE seen (
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    id TEXT NOT NULL,
    arrival INTEGER NOT NULL,
    position INTEGER,                     -- null: not shown
    PRIMARY KEY (conversation, id)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX seen_arrival ON seen (conversation, arrival);
`;

/** Makes the file when it is missing, readable by its owner only; SQLite gives the files beside it the same rights. */
export function makeFile(file: string): void {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
}

/**
 * Makes a file ready: write-ahead log, every commit synced to disk before it counts, two seconds of patience with
 * another process that writes. Safe when several processes start on one new file.
 */
export function prepareFile(database: DatabaseSync): void {
  database.exec('PRAGMA busy_timeout = 2000');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
    if (version > VERSION) throw new Error(`the conversations file is of version ${version}, newer than this release`);
    if (version === 0) database.exec(TABLES);
    database.exec(`PRAGMA user_version = ${VERSION}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
