import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { LedgerNotDurable } from '../../adapters/ledger/index.ts';
import { PostgresMissing, type PostgresServer, startPostgres } from '../support/postgresServer.ts';
import { ledgerAudit } from './ledgerAudit.ts';
import { ledgerBookings } from './ledgerBookings.ts';
import { ledgerCases } from './ledgerCases.ts';
import { ledgerChannels } from './ledgerChannels.ts';
import { ledgerCustomers } from './ledgerCustomers.ts';
import { ledgerDeskEvents } from './ledgerDeskEvents.ts';
import { aComplaint, aCustomer, aKey, NOON, openAt } from './ledgerFixtures.ts';
import { ledgerHandoffLists } from './ledgerHandoffLists.ts';
import { ledgerHandoffs } from './ledgerHandoffs.ts';
import { type MakeHome, postgresHome, sqliteHome } from './ledgerHomes.ts';
import { ledgerIdentity } from './ledgerIdentity.ts';
import { ledgerImprovements } from './ledgerImprovements.ts';
import { ledgerIncidents } from './ledgerIncidents.ts';
import { ledgerInstances } from './ledgerInstances.ts';
import { ledgerLearning } from './ledgerLearning.ts';
import { ledgerOutageNews } from './ledgerOutageNews.ts';
import { ledgerPersonalData } from './ledgerPersonalData.ts';
import { ledgerProcesses } from './ledgerProcesses.ts';
import { ledgerSecrets } from './ledgerSecrets.ts';
import { ledgerStaff } from './ledgerStaff.ts';
import { ledgerStatistics } from './ledgerStatistics.ts';
import { ledgerSurveys } from './ledgerSurveys.ts';
import { ledgerSuspicions } from './ledgerSuspicions.ts';
import { ledgerTimers } from './ledgerTimers.ts';
import { ledgerTwoHands } from './ledgerTwoHands.ts';
import { ledgerWaiting } from './ledgerWaiting.ts';
import { ledgerWebhookNews } from './ledgerWebhookNews.ts';
import { ledgerWebhooks } from './ledgerWebhooks.ts';

const contract = [
  ledgerCases,
  ledgerWaiting,
  ledgerTwoHands,
  ledgerIncidents,
  ledgerBookings,
  ledgerCustomers,
  ledgerIdentity,
  ledgerPersonalData,
  ledgerTimers,
  ledgerLearning,
  ledgerChannels,
  ledgerStaff,
  ledgerInstances,
  ledgerAudit,
  ledgerHandoffs,
  ledgerHandoffLists,
  ledgerDeskEvents,
  ledgerSurveys,
  ledgerSecrets,
  ledgerWebhooks,
  ledgerWebhookNews,
  ledgerOutageNews,
  ledgerSuspicions,
  ledgerStatistics,
  ledgerImprovements,
  ledgerProcesses,
];
const runOn = (home: MakeHome) => contract.forEach((part) => void part(home));

describe('the ledger on SQLite', function () {
  this.timeout(60_000);
  runOn(sqliteHome);

  it('is a file that only its owner reads', async () => {
    const home = await sqliteHome();
    const ledger = await openAt(home.location);
    assert.ok('file' in home.location);
    assert.equal(statSync(home.location.file).mode & 0o077, 0);
    await ledger.close();
    home.remove();
  });
});

describe('the ledger on PostgreSQL', function () {
  this.timeout(60_000);
  let server: PostgresServer;
  before(async function () {
    try {
      server = await startPostgres();
    } catch (error) {
      if (!(error instanceof PostgresMissing) || process.env.CI !== undefined) throw error;
      console.warn(`      skipped: ${error.message}`);
      this.skip();
    }
  });
  after(() => server?.stop());
  runOn(postgresHome(() => server));

  it('loses nothing acknowledged and doubles nothing when the server is killed -9 in a burst', async () => {
    const home = await postgresHome(() => server)();
    const ledger = await openAt(home.location);
    const customer = aCustomer();
    const keys = Array.from({ length: 300 }, () => aKey());
    const acknowledged = new Map<string, string>();
    const register = async (key: (typeof keys)[number]) => {
      const { number } = await ledger.cases.register(aComplaint({ customer }), key, NOON);
      acknowledged.set(key, number);
      if (acknowledged.size === 100) void server.kill();
    };
    const outcomes = await Promise.allSettled(keys.map(register));
    assert.ok(
      outcomes.some((outcome) => outcome.status === 'rejected'),
      'the kill came in the middle',
    );
    await server.restart();
    for (const key of keys) {
      const { number } = await ledger.cases.register(aComplaint({ customer }), key, NOON);
      assert.equal(number, acknowledged.get(key) ?? number);
    }
    assert.equal((await ledger.cases.ofCustomer(customer, 'all')).length, keys.length);
    await ledger.close();
  });

  it('refuses a server that answers commits before they are on disk', async () => {
    const home = await postgresHome(() => server)();
    await home.sql(`do $$ begin
      execute format('alter database %I set synchronous_commit = off', current_database());
    end $$`);
    await assert.rejects(openAt(home.location), LedgerNotDurable);
  });
});
