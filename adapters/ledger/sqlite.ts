import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { z } from 'zod';
import { LedgerNotDurable } from './errors.ts';

/** Waiting for another process stops this one's event loop, so it is short; `inTransaction` waits longer, without blocking. */
const BUSY_TIMEOUT_MS = 20;
const STATEMENTS_KEPT = 300;
const SQLITE_BUSY = 5;

const busyError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() });

/** Another process holds the write lock. Extended codes carry the primary one in their low byte. */
export const sqliteBusy = (error: unknown): boolean => {
  const known = busyError.safeParse(error);
  return known.success && (known.data.errcode & 0xff) === SQLITE_BUSY;
};

/**
 * A dialect over `node:sqlite`, with a commit on disk before it is answered.
 * @param file path of the database, made when missing, readable by its owner only; `:memory:` for a ledger that is meant to vanish
 * @throws LedgerNotDurable when the file system cannot do write-ahead logging
 */
export function sqliteDialect(file: string): Dialect {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
  }
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    const mode = database.prepare('pragma journal_mode = wal').get();
    if (file !== ':memory:' && mode?.journal_mode !== 'wal')
      throw new LedgerNotDurable(`${file}: no write-ahead logging here`);
    database.exec('pragma synchronous = full');
  } catch (error) {
    database.close();
    throw error;
  }
  return new ImmediateSqliteDialect({ database: shim(database) });
}

/** Takes the write lock at the start: a transaction that read first could not get it later without starting over. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

/** `node:sqlite` in the shape Kysely knows; prepared statements are kept, the longest unused one goes first. */
function shim(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = kept.get(text) ?? adapt(database.prepare(text));
      kept.delete(text);
      kept.set(text, statement);
      for (const oldest of kept.keys()) {
        if (kept.size <= STATEMENTS_KEPT) break;
        kept.delete(oldest);
      }
      return statement;
    },
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bindable)),
    run: (parameters) => statement.run(...parameters.map(bindable)),
    iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}`);
}
