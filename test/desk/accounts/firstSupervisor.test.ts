import assert from 'node:assert/strict';
import { verifyPassword } from '../../../adapters/desk/auth/passwords.ts';
import { firstSupervisor } from '../../../adapters/desk/firstSupervisor.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { NOON, openAt } from '../../contracts/ledgerFixtures.ts';
import { sqliteHome, type TestHome } from '../../contracts/ledgerHomes.ts';

describe('the first account', () => {
  let home: TestHome;
  let ledger: Ledger;
  beforeEach(async () => {
    home = await sqliteHome();
    ledger = await openAt(home.location);
  });
  afterEach(async () => {
    await ledger.close();
    home.remove();
  });

  it('is made when there is none, with a password to change', async () => {
    const first = await firstSupervisor(ledger, 4, NOON);
    assert.equal(first?.login, 'supervisor');
    assert.ok(first.password.length >= 16);
    const credentials = await ledger.staff.credentials({ login: 'supervisor' });
    assert.deepEqual([credentials?.staff.role, credentials?.staff.mustChange], ['supervisor', true]);
    assert.equal(await verifyPassword(first.password, credentials?.passwordHash ?? null), true);
    assert.equal(await firstSupervisor(ledger, 4, NOON), null, 'once');
    assert.equal((await ledger.staff.list()).length, 1);
  });

  it('is not made where there are others', async () => {
    const draft = { login: 'lin', name: 'Lin', role: 'agent', skills: [], languages: ['en'], limit: 1 } as const;
    await ledger.staff.add(draft, null, false, NOON);
    assert.equal(await firstSupervisor(ledger, 4, NOON), null);
  });

  it('is one for instances that start at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => openAt(home.location)));
    const made = await Promise.all([ledger, ...others].map((one) => firstSupervisor(one, 4, NOON)));
    assert.equal(made.filter((one) => one !== null).length, 1);
    assert.equal((await ledger.staff.list()).length, 1);
    await Promise.all(others.map((one) => one.close()));
  });
});
