import assert from 'node:assert/strict';
import type { Ledger } from '../../domain/ledger.ts';
import { NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerAudit(makeHome: MakeHome): void {
  describe('the audit', () => {
    let home: TestHome;
    let ledger: Ledger;
    before(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    after(async () => {
      await ledger.close();
      home.remove();
    });
    /** As a new ledger has it. */
    beforeEach(async () => {
      for (const table of ['audit', 'audit_head']) await home.sql(`delete from ${table}`);
      await home.sql(`insert into audit_head (id, seq, hash, seal) values (1, 0, '', '')`);
    });
    const add = (detail: string, to: Ledger = ledger) =>
      to.audit.add({ by: 'staff-1', what: 'reveal', subject: 'TS20261121-7KQ4M-X', detail }, NOON);
    const fill = async (count: number) => {
      for (let i = 1; i <= count; i++) await add(`entry ${i}`);
    };

    it('lists the newest first, page by page', async () => {
      await fill(3);
      const [newest, ...rest] = await ledger.audit.list(2);
      const { hash, ...entry } = newest ?? { hash: '' };
      const facts = { by: 'staff-1', what: 'reveal', subject: 'TS20261121-7KQ4M-X', detail: 'entry 3' };
      assert.deepEqual(entry, { seq: 3, at: NOON, ...facts });
      assert.ok(hash.length >= 40);
      assert.deepEqual(
        rest.map(({ seq }) => seq),
        [2],
      );
      assert.deepEqual(
        (await ledger.audit.list(10, 2)).map(({ seq }) => seq),
        [1],
      );
    });

    it('stays one chain when many write at once, from two instances', async () => {
      const second = await openAt(home.location);
      await Promise.all(Array.from({ length: 40 }, (_, i) => add(`${i}`, i % 2 === 0 ? ledger : second)));
      await second.close();
      assert.deepEqual(
        (await ledger.audit.list(100)).map(({ seq }) => seq),
        Array.from({ length: 40 }, (_, i) => 40 - i),
      );
      assert.equal(await ledger.audit.verify(), null);
    });

    it('is whole when it is empty, and over more than one page', async () => {
      assert.equal(await ledger.audit.verify(), null);
      await home.sql(`${tableOf(1200)}`);
      assert.equal(await ledger.audit.verify(), 1, 'entries that nobody with the key wrote');
    });

    const damages: readonly [string, string, number][] = [
      ['a changed word', `update audit set detail = 'nothing' where seq = 3`, 3],
      ['a changed time', 'update audit set at = at + 1 where seq = 1', 1],
      ['a changed author', `update audit set by = 'staff-2' where seq = 5`, 5],
      ['a field that moved into the next', `update audit set subject = null, detail = subject where seq = 2`, 2],
      ['a removed entry', 'delete from audit where seq = 2', 3],
      ['a removed first entry', 'delete from audit where seq = 1', 2],
      ['a removed last entry', 'delete from audit where seq = 5', 5],
      ['two entries in each other’s place', SWAP, 2],
      ['an entry in the place of another, with its hash', COPY, 3],
      ['everything removed', 'delete from audit', 1],
      ['an end that was moved back', MOVED_BACK, 4],
      ['an end that is gone', 'delete from audit_head', 6],
      ['an end said to be the beginning', `update audit_head set seq = 0, hash = '', seal = ''`, 6],
    ];
    for (const [what, sql, found] of damages) {
      it(`shows ${what}`, async () => {
        await fill(5);
        assert.equal(await ledger.audit.verify(), null);
        for (const statement of sql.split(';')) await home.sql(statement);
        assert.equal(await ledger.audit.verify(), found);
      });
    }

    it('shows an entry added without the key, and the chain goes on after a restart', async () => {
      await fill(2);
      await ledger.close();
      ledger = await openAt(home.location);
      await add('after a restart');
      assert.equal(await ledger.audit.verify(), null);
      await home.sql(
        `insert into audit (seq, at, by, what, subject, detail, hash) select 4, at, by, what, subject, detail, hash from audit where seq = 3`,
      );
      await home.sql('update audit_head set seq = 4');
      assert.equal(await ledger.audit.verify(), 4);
    });
  });
}

const fields = (from: number) =>
  ['at', 'what', 'subject', 'detail', 'hash'].map(
    (field) => `${field} = (select ${field} from audit where seq = ${from})`,
  );
const SWAP = [
  'update audit set seq = -1 where seq = 2',
  'update audit set seq = 2 where seq = 3',
  'update audit set seq = 3 where seq = -1',
].join(';');
const COPY = `update audit set ${fields(2).join(', ')} where seq = 3`;
const MOVED_BACK = [
  'delete from audit where seq = 5',
  'update audit_head set seq = 4, hash = (select hash from audit where seq = 4)',
].join(';');

/** Rows with some hash, as somebody without the key could write them. */
const tableOf = (count: number): string =>
  `insert into audit (seq, at, by, what, subject, detail, hash) with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i, ${NOON}, 'x', 'y', null, null, 'z' from n`;
