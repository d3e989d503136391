import assert from 'node:assert/strict';
import type { Ledger } from '../../domain/ledger.ts';
import { HOUR, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';
import { asRelease } from './ledgerOlder.ts';
import { aDraft } from './ledgerStaff.ts';

export function ledgerInstances(makeHome: MakeHome): void {
  describe('instances', () => {
    let home: TestHome;
    let one: Ledger;
    let two: Ledger;
    beforeEach(async () => {
      home = await makeHome();
      one = await openAt(home.location);
      two = await openAt(home.location);
    });
    afterEach(async () => {
      await two.close();
      await one.close();
      home.remove();
    });

    const added = async () => {
      const staff = await one.staff.add(aDraft(), null, false, NOON);
      assert.ok(staff !== 'taken');
      return staff.id;
    };

    it('see the newest signs of each other, each start of a process by itself', async () => {
      assert.deepEqual(await one.instances.renew(NOON), new Map([[one.staff.here, NOON]]));
      await two.instances.renew(NOON - MINUTE);
      assert.deepEqual(
        await one.instances.renew(NOON + 1),
        new Map([
          [one.staff.here, NOON + 1],
          [two.staff.here, NOON - MINUTE],
        ]),
      );
      const before = two.staff.here;
      await two.close();
      two = await openAt(home.location);
      assert.deepEqual(
        new Set((await two.instances.renew(NOON)).keys()),
        new Set([one.staff.here, before, two.staff.here]),
      );
    });

    it('renew at the same moment', async () => {
      const signs = await Promise.all(
        Array.from({ length: 20 }, (_, each) => (each % 2 === 0 ? one : two).instances.renew(NOON + each)),
      );
      assert.ok(signs.every((all) => all.size <= 2));
      assert.equal((await one.instances.renew(NOON)).size, 2);
    });

    it('are forgotten an hour after their last sign', async () => {
      await two.instances.renew(NOON);
      assert.equal((await one.instances.renew(NOON + HOUR)).size, 2);
      assert.deepEqual(await one.instances.renew(NOON + HOUR + 1), new Map([[one.staff.here, NOON + HOUR + 1]]));
    });

    it('say who saw an agent last, also those whose clock is behind', async () => {
      const id = await added();
      const seen = async () => {
        const found = await one.staff.find(id);
        return [found?.seenAt, found?.seenBy];
      };
      await one.staff.seen(id, NOON);
      assert.deepEqual(await seen(), [NOON, one.staff.here]);
      await two.staff.seen(id, NOON + 1);
      assert.deepEqual(await seen(), [NOON + 1, two.staff.here]);
      await one.staff.seen(id, NOON - MINUTE);
      assert.deepEqual(await seen(), [NOON + 1, one.staff.here]);
      assert.deepEqual(
        (await two.staff.list()).map(({ seenBy }) => seenBy),
        [one.staff.here],
      );
    });

    it('know nothing of whom the release before them saw', async () => {
      const old = await makeHome();
      await asRelease(10, old.location);
      const [columns, values] = [
        'id, login, login_key, name, role, skills, languages, most, status, seen_at, disabled, must_change, made_at, totp_step, failures, failed_at',
        `'s', 'li', 'li', 'Li', 'agent', '[]', '["en"]', 4, 'available', ${NOON}, 0, 0, ${NOON}, 0, 0, 0`,
      ];
      await old.sql(`insert into staff (${columns}) values (${values})`);
      const now = await openAt(old.location);
      const [before] = await now.staff.list();
      assert.deepEqual([before?.seenAt, before?.seenBy], [NOON, null]);
      assert.ok(before);
      await now.staff.seen(before.id, NOON + 1);
      assert.equal((await now.staff.find(before.id))?.seenBy, now.staff.here);
      await now.close();
      old.remove();
    });
  });
}
