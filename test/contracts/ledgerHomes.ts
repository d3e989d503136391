import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { LedgerHome } from '../../adapters/ledger/index.ts';
import { ask, type PostgresServer } from '../support/postgresServer.ts';

/** A store to run the contract on, with a way past the ledger. */
export interface TestHome {
  readonly location: LedgerHome;
  /** Runs a statement behind the ledger's back. */
  sql(text: string): Promise<readonly unknown[]>;
  /** Everything that is written down, as bytes of UTF-8. */
  everything(): Buffer;
  remove(): void;
}

export type MakeHome = () => Promise<TestHome>;

export const sqliteHome: MakeHome = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-ledger-'));
  const file = join(folder, 'ledger.db');
  return {
    location: { file },
    async sql(text) {
      const database = new DatabaseSync(file);
      try {
        return database.prepare(text).all();
      } finally {
        database.close();
      }
    },
    everything: () => Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const postgresHome =
  (server: () => PostgresServer): MakeHome =>
  async () => {
    const url = await server().database();
    return {
      location: { url },
      sql: (text) => ask(url, text),
      everything: () => Buffer.from(server().dump(url)),
      remove: () => {},
    };
  };
