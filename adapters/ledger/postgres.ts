import {
  type Dialect,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  sql,
} from 'kysely';
import { DatabaseError, Pool, type PoolClient, types } from 'pg';
import { LedgerNotDurable } from './errors.ts';
import type { Reader } from './store.ts';

const INT8 = 20;
/** Serialisation failure, deadlock: the transaction was undone as a whole. */
const UNDONE = new Set(['40001', '40P01']);

/** Another transaction was in the way; this one was undone. */
export const postgresBusy = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code !== undefined && UNDONE.has(error.code);

/** Instants and counts come as text, as they might not fit a number: ours do, and one that does not is a fault. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} from the database is no safe integer`);
  return value;
}

/**
 * A dialect over `pg`. No call waits for ever: 5 s for a connection, 5 s for a statement on the server, 8 s for its answer
 * here, and 10 s until the server frees what a stalled instance holds.
 * @param url `postgres://user:password@host:port/database`
 * @param idleFailed told when a pooled connection nobody uses breaks; the pool replaces it
 */
export function postgresDialect(url: string, idleFailed: (error: Error) => void): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 5_000,
    query_timeout: 8_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'shouwen',
    types: {
      getTypeParser: (oid, format) => (oid === INT8 ? readInt8 : types.getTypeParser(oid, format)),
    },
  });
  pool.on('error', idleFailed);
  // A lent connection tells of its end in an event too, and an event nobody hears ends the process: its query rejects anyway.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool: shim(pool) });
}

function shim(pool: Pool): PostgresPool {
  return { end: () => pool.end(), connect: async () => new Lent(await pool.connect()) };
}

/** A lent connection; it goes back only while it is known to be sound, as one that timed out may still get the old answer. */
class Lent implements PostgresPoolClient {
  readonly #client: PoolClient;
  #sound = true;
  constructor(client: PoolClient) {
    this.#client = client;
  }
  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new TypeError('no cursors here');
    return this.#ask<R>(text, parameters);
  }
  release(): void {
    this.#client.release(!this.#sound);
  }
  async #ask<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const client: PostgresPoolClient = this.#client;
    try {
      return await client.query<R>(text, parameters);
    } catch (error) {
      this.#sound &&= error instanceof DatabaseError;
      throw error;
    }
  }
}

/** @throws LedgerNotDurable when the server would answer a commit before it is on disk */
export async function checkDurable(db: Reader): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db);
    if (rows[0]?.value === 'off') throw new LedgerNotDurable(`PostgreSQL runs with ${setting} = off`);
  }
}
