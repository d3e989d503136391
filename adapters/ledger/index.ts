import { randomUUID } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import type { InstanceId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { ChannelStore } from '../channels/messaging/store.ts';
import type { BlindIndex } from '../crypto/blindIndex.ts';
import type { Sealer } from '../crypto/sealer.ts';
import type { Webhooks } from '../webhooks/store.ts';
import { alerts } from './alerts.ts';
import { audit } from './audit.ts';
import { bookings } from './bookings.ts';
import { cases } from './cases.ts';
import { channelStore } from './channelStore.ts';
import { customers } from './customers.ts';
import { deskBook } from './deskBook.ts';
import { deskEvents } from './deskEvents.ts';
import { handoffs } from './handoffs.ts';
import { improvements } from './improvements.ts';
import { incidents } from './incidents.ts';
import { instances } from './instances.ts';
import { learning } from './learning.ts';
import { migrate } from './migrate.ts';
import { notes } from './notes.ts';
import { outages } from './outages.ts';
import { personalData } from './personalData.ts';
import { checkDurable, postgresBusy, postgresDialect } from './postgres.ts';
import type { Tables } from './schema.ts';
import { sqliteBusy, sqliteDialect } from './sqlite.ts';
import { staff } from './staff.ts';
import { statistics } from './statistics.ts';
import type { Store } from './store.ts';
import { surveys } from './surveys.ts';
import { timers } from './timers.ts';
import { webhooks } from './webhooks.ts';

export { BadCursor, LedgerFromNewerRelease, LedgerNotDurable, NumbersExhausted, UnknownCustomer } from './errors.ts';

/** PostgreSQL by `url`, or an SQLite `file` (`ledger.db`; `:memory:` for one that vanishes). */
export type LedgerHome = { readonly url: string } | { readonly file: string };

export type LedgerOptions = LedgerHome & {
  readonly manual: Manual;
  readonly sealer: Sealer;
  /** Of phone numbers and of kept wordings, which a prefix tells apart; with a key of its own. */
  readonly blindIndex: BlindIndex;
  /** IANA name of the operator's zone. */
  readonly zone: string;
  /** In [0, 1), for case and booking numbers. */
  readonly random: () => number;
  /** A pooled PostgreSQL connection broke while nobody used it; it is replaced by itself. */
  readonly idleFailed?: (error: Error) => void;
};

/** The ledger, and in the same database what the channels share and what other systems are told. */
export type Books = Ledger & { readonly channelStore: ChannelStore; readonly webhooks: Webhooks };

/**
 * Opens the ledger and brings its schema up to this release.
 * @throws LedgerFromNewerRelease, LedgerNotDurable, or the store's own error when it cannot be reached
 */
export async function openLedger(options: LedgerOptions): Promise<Books> {
  const { manual, sealer, blindIndex, zone, random } = options;
  const home =
    'url' in options
      ? ({ dialect: 'postgres', busy: postgresBusy } as const)
      : ({ dialect: 'sqlite', busy: sqliteBusy } as const);
  const dialect =
    'url' in options ? postgresDialect(options.url, options.idleFailed ?? (() => {})) : sqliteDialect(options.file);
  const db = new Kysely<Tables>({ dialect });
  const instance = `instance-${randomUUID()}` as InstanceId;
  const store: Store = { db, instance, ...home, manual, sealer, blindIndex, zone, random };
  try {
    if (store.dialect === 'postgres') await checkDurable(db);
    await migrate(store, Date.now());
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    cases: cases(store),
    incidents: incidents(store),
    bookings: bookings(store),
    customers: customers(store),
    personalData: personalData(store),
    timers: timers(store),
    outages: outages(store),
    alerts: alerts(store),
    learning: learning(store),
    handoffs: handoffs(store),
    deskEvents: deskEvents(store),
    notes: notes(store),
    instances: instances(store),
    staff: staff(store),
    audit: audit(store),
    deskBook: deskBook(store),
    surveys: surveys(store),
    statistics: statistics(store),
    improvements: improvements(store),
    channelStore: channelStore(store),
    webhooks: webhooks(store),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
