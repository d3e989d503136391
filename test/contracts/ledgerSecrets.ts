import assert from 'node:assert/strict';
import { z } from 'zod';
import { SealBroken } from '../../adapters/crypto/sealer.ts';
import { LedgerFromNewerRelease } from '../../adapters/ledger/index.ts';
import { migrations } from '../../adapters/ledger/migrations/index.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aComplaint, aKey, aVisit, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

/** Tables of the first release. */
const FIRST = [
  'idempotency',
  'customers',
  'sources',
  'consents',
  'cases',
  'clocks',
  'history',
  'bookings',
  'seats',
].concat(['timers', 'outages', 'schema_version']);
const LATER_INDEXES = [
  'cases_by_area',
  ...['history_by_time', 'bookings_by_booking'],
  ...['sources_of_customer', 'sources_by_conversation', 'sources_by_wrong_code'],
  ...['cases_to_forget', 'bookings_to_forget', 'cases_by_problem'],
];
const LATER_COLUMNS = [
  [
    'sources',
    ['assurance', 'verified_at', 'last_at', 'conversation', 'reference', 'wrong_codes', 'wrong_at', 'moved_by'],
  ],
  ['customers', ['merged_into']],
  ['timers', ['told_in']],
  ['cases', ['kept', 'service']],
  ['outages', ['state', 'news', 'decided_by']],
  ['bookings', ['forget', 'settled_by']],
] as const;
const named = z.array(z.object({ name: z.string() }));

async function dropLaterTables(home: TestHome): Promise<void> {
  const list =
    'file' in home.location
      ? "select name from sqlite_master where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'";
  const later = named.parse(await home.sql(list)).filter(({ name }) => !FIRST.includes(name));
  const names = later.map(({ name }) => name);
  const drops = 'file' in home.location ? names : [names.join(', ')];
  for (const drop of drops) await home.sql(`drop table ${drop}`);
}

export function ledgerSecrets(makeHome: MakeHome): void {
  describe('what is written down', () => {
    let home: TestHome;
    let ledger: Ledger;
    beforeEach(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    afterEach(async () => {
      await ledger.close();
      home.remove();
    });

    it('holds no personal data in plain', async () => {
      const customer = await ledger.customers.ofSource({ channel: 'web', account: 'a', sourceId: 's' }, NOON);
      await ledger.customers.saveContact(customer, { name: '欧阳修远', phone: '+8613712345678' }, aKey(), NOON);
      const contact = { name: 'Zephyrine Quill', phone: '+8613787654321', address: '鼓浪屿安海路 9 号' };
      await ledger.bookings.book(aVisit({ customer, contact, service: 'a-plain-service' }), aKey(), NOON);
      const answers = { story: '隔壁的老人摔倒了', phone: '13712345678' };
      const { number } = await ledger.cases.register(aComplaint({ customer, answers }), aKey(), NOON);
      const note = '客户情绪激动';
      await ledger.cases.move(number, 'classified', { by: 'staff-7', note }, aKey(), NOON);
      await ledger.cases.note(
        number,
        { by: 'staff-7', what: 'amended', detail: null, note: 'call Zephyrine' },
        aKey(),
        NOON,
      );
      const everything = home.everything();
      const secrets = ['欧阳', '13712345678', 'Zephyrine', '13787654321', '鼓浪屿', '摔倒', '情绪'];
      assert.deepEqual(
        secrets.filter((secret) => everything.includes(secret)),
        [],
      );
      assert.ok(
        everything.includes('a-plain-service') && everything.includes(number),
        'the search finds what is there',
      );
    });

    it('does not open in another place than its own', async () => {
      const [one, two] = [
        await ledger.cases.register(aComplaint(), aKey(), NOON),
        await ledger.cases.register(aComplaint({ answers: {} }), aKey(), NOON),
      ];
      await home.sql(
        `update cases set answers = (select answers from cases where number = '${one.number}') where number = '${two.number}'`,
      );
      await assert.rejects(ledger.cases.find(two.number), SealBroken);
      assert.deepEqual((await ledger.cases.find(one.number))?.answers, aComplaint().answers);
    });

    it('is still there after closing and opening again', async () => {
      const made = await ledger.cases.register(aComplaint(), aKey(), NOON);
      await ledger.close();
      ledger = await openAt(home.location);
      assert.deepEqual(await ledger.cases.find(made.number), made);
      await ledger.ping();
    });

    it('opens for many instances that start at once on an empty store', async () => {
      const empty = await makeHome();
      const ledgers = await Promise.all([1, 2, 3, 4].map(() => openAt(empty.location)));
      assert.equal((await empty.sql('select version from schema_version')).length, migrations.length);
      await Promise.all(ledgers.map((one) => one.close()));
      empty.remove();
    });

    it('is refused when a newer release wrote it, and left as it was', async () => {
      await home.sql('insert into schema_version (version, at) values (9000, 0)');
      await assert.rejects(openAt(home.location), LedgerFromNewerRelease);
      assert.equal((await home.sql('select version from schema_version')).length, migrations.length + 1);
    });

    it('is brought up to this release when the first one wrote it, with all that was in it', async () => {
      const made = await ledger.cases.register(aComplaint(), aKey(), NOON);
      await ledger.close();
      await dropLaterTables(home);
      await home.sql('alter table clocks drop column former');
      for (const index of LATER_INDEXES) await home.sql(`drop index ${index}`);
      for (const [table, columns] of LATER_COLUMNS)
        for (const column of columns) await home.sql(`alter table ${table} drop column ${column}`);
      await home.sql('delete from schema_version where version > 1');
      ledger = await openAt(home.location);
      assert.deepEqual(await ledger.cases.find(made.number), made);
      assert.deepEqual(await ledger.learning.list(10), []);
    });
  });
}
