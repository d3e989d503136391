import assert from 'node:assert/strict';
import { once } from 'node:events';
import { aComplaint, aCustomer, aKey, aVisit, fresh, NOON, openAt } from './ledgerFixtures.ts';
import { Crew } from './ledgerHiring.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';
import type { WorkerOrder } from './ledgerWorker.ts';

export function ledgerProcesses(makeHome: MakeHome): void {
  describe('over several processes', () => {
    let home: TestHome;
    const crew = new Crew();
    beforeEach(async () => {
      home = await makeHome();
      await (await openAt(home.location)).close();
    });
    afterEach(() => {
      crew.dismiss();
      home.remove();
    });

    const hire = (task: WorkerOrder['task']) => crew.hire(home, task);

    it('never over-book: 30 from two processes for 3 seats make 3', async () => {
      const place = fresh('place');
      const task = { do: 'book', place, capacity: 3, times: 15 } as const;
      const pair = await Promise.all([hire(task), hire(task)]);
      for (const one of pair) one.go();
      const booked = await Promise.all(pair.map((one) => one.line()));
      assert.equal(Number(booked[0]) + Number(booked[1]), 3);
      const ledger = await openAt(home.location);
      const { kind, slot } = aVisit();
      assert.deepEqual([...(await ledger.bookings.taken(kind, place, slot.start, slot.end)).values()], [3]);
      await ledger.close();
    });

    it('register once for a key that two processes use', async () => {
      const keys = Array.from({ length: 20 }, () => fresh('shared'));
      const customer = fresh('customer');
      const task = { do: 'register', keys, customer } as const;
      const pair = await Promise.all([hire(task), hire(task)]);
      for (const one of pair) one.go();
      const [first, second] = await Promise.all(pair.map((one) => one.line()));
      assert.equal(first, second);
      assert.equal(new Set(first?.split(' ')).size, 20);
      const ledger = await openAt(home.location);
      assert.equal((await ledger.cases.ofCustomer(aCustomer(customer), 'all')).length, 20);
      await ledger.close();
    });

    it('lose nothing acknowledged and double nothing when a writer is killed -9 in a burst', async () => {
      const customer = fresh('customer');
      const acknowledged = new Map<string, string>();
      for (let round = 0; round < 3; round++) {
        const { worker, lines, go } = await hire({ do: 'burst', prefix: `burst-${round}`, customer });
        go();
        for (let i = 0; i < 40 + round * 13; i++) {
          const [key = '', number = ''] = String((await lines.next()).value).split(' ');
          acknowledged.set(key, number);
        }
        worker.kill('SIGKILL');
        await once(worker, 'exit');
        // What was in the pipe when it died was acknowledged too.
        for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
          const [key = '', number = ''] = line.value.split(' ');
          if (number !== '') acknowledged.set(key, number);
        }
      }
      const ledger = await openAt(home.location);
      const present = new Set((await ledger.cases.ofCustomer(aCustomer(customer), 'all')).map((one) => one.number));
      assert.deepEqual(
        [...acknowledged.values()].filter((number) => !new Set<string>(present).has(number)),
        [],
      );
      for (const [key, number] of acknowledged) {
        const again = await ledger.cases.register(aComplaint({ customer: aCustomer(customer) }), aKey(key), NOON);
        assert.equal(again.number, number);
      }
      const keys = await home.sql("select key from idempotency where operation = 'case.register'");
      assert.equal(present.size, keys.length, 'as many cases as keys');
      for (const table of ['history', 'clocks', 'timers']) {
        const column = table === 'timers' ? 'subject' : 'case_number';
        const rows = await home.sql(`select distinct ${column} from ${table}`);
        assert.equal(rows.length, present.size, `every case has its ${table}`);
      }
      await ledger.close();
    });
  });
}
