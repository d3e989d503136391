import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { InstanceId } from '../../domain/ids.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { BlindIndex } from '../crypto/blindIndex.ts';
import type { Sealer } from '../crypto/sealer.ts';
import type { Tables } from './schema.ts';

/** What every query file works with. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** Made anew each time a ledger is opened. */
  readonly instance: InstanceId;
  readonly dialect: 'sqlite' | 'postgres';
  /** True when the error says that another writer was in the way and nothing was written. */
  readonly busy: (error: unknown) => boolean;
  readonly manual: Manual;
  readonly sealer: Sealer;
  readonly blindIndex: BlindIndex;
  /** IANA name of the operator's zone: case numbers carry the date there. */
  readonly zone: string;
  /** In [0, 1), for case and booking numbers. */
  readonly random: () => number;
}

export type Tx = Transaction<Tables>;
/** A connection for reading, in or outside a transaction. */
export type Reader = Kysely<Tables>;

/** How long a write waits for others, in milliseconds, before it gives up with the store's own error. */
const PATIENCE_MS = 10_000;

/** Runs `work` in one write transaction, again while other writers are in its way. Nothing is kept when it throws. */
export async function inTransaction<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (let wait = 1; ; wait = Math.min(wait * 2, 32)) {
    try {
      return await store.db.transaction().execute(work);
    } catch (error) {
      if (!store.busy(error) || performance.now() > until) throw error;
      await pause(wait * (0.5 + Math.random()));
    }
  }
}
