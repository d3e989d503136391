import assert from 'node:assert/strict';
import type { Ledger } from '../../domain/ledger.ts';
import type { Improvement, ProblemKey } from '../../domain/statistics/improvement.ts';
import { aStaff } from './ledgerDeskFixtures.ts';
import { aComplaint, aKey, fresh, HOUR, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

const WORDS = '请计费组核对十月账单';

export function ledgerImprovements(makeHome: MakeHome): void {
  describe('improvements', () => {
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

    const by = aStaff();
    const bills: ProblemKey = { kind: 'complaint', category: 'billing-plan', area: 'sz-nanshan' };
    const aPlan = (id = fresh('improvement')) => ({ id, text: WORDS, owner: by, due: '2026-12-01' });
    const opened = async (problem = bills, plan = aPlan(), at = NOON): Promise<Improvement> => {
      const done = await ledger.improvements.open(problem, plan, by, at);
      assert.ok(done.kind === 'opened', done.kind);
      return done.improvement;
    };
    const write = (id: string, stage: Improvement['entries'][number]['stage'], more: object = {}) =>
      ledger.improvements.write(
        id,
        { id: fresh('entry'), stage, text: stage, owner: null, due: null, ...more },
        by,
        NOON + 1,
      );
    const through = async (id: string, ...stages: Parameters<typeof write>[1][]) => {
      for (const stage of stages) assert.equal((await write(id, stage)).kind, 'written', stage);
    };
    const audited = async () =>
      (await ledger.audit.list(50)).map(({ what, subject, detail }) => [what, subject, detail]);

    it('begin with a plan, and are read as they were written', async () => {
      const plan = aPlan();
      const made = await opened(bills, plan);
      assert.deepEqual(made, {
        ...{ ...bills, id: plan.id, openedAt: NOON, closedAt: null },
        entries: [{ ...plan, stage: 'plan', by, at: NOON }],
      });
      assert.deepEqual(await ledger.improvements.list(9), [made]);
      await through(plan.id, 'plan', 'do', 'do', 'check', 'plan', 'do', 'check', 'act', 'done');
      assert.deepEqual(await ledger.improvements.list(0), []);
      const [read] = await ledger.improvements.list(1);
      assert.deepEqual([read?.closedAt, read?.entries.length, read?.entries.at(-1)?.stage], [NOON + 1, 10, 'done']);
    });

    it('refuse a stage that does not follow, and everything after the end', async () => {
      const { id } = await opened();
      const refused = async (stage: Parameters<typeof write>[1]) => {
        const done = await write(id, stage);
        return done.kind === 'refused' ? [done.from, done.allowed] : done.kind;
      };
      assert.deepEqual(await refused('check'), ['plan', ['plan', 'do']]);
      await through(id, 'do');
      assert.deepEqual(await refused('plan'), ['do', ['do', 'check']]);
      await through(id, 'check', 'act');
      assert.deepEqual(await refused('check'), ['act', ['act', 'done']]);
      await through(id, 'done');
      assert.deepEqual(await refused('plan'), ['done', []]);
      assert.equal((await write('nothing', 'do')).kind, 'unknown');
    });

    it('are one for an id, and other content with it is not taken for a repeat', async () => {
      const plan = aPlan();
      const first = await opened(bills, plan);
      assert.deepEqual(await opened(bills, plan, NOON + HOUR), first);
      const again = (problem: object, more: object, who = by) =>
        ledger.improvements.open({ ...bills, ...problem }, { ...plan, ...more }, who, NOON);
      for (const other of [{ text: 'x' }, { owner: null }, { due: null }])
        assert.equal((await again({}, other)).kind, 'idUsed', JSON.stringify(other));
      for (const other of [{ kind: 'fault' }, { category: null }, { area: null }])
        assert.equal((await again(other, {})).kind, 'idUsed', JSON.stringify(other));
      assert.equal((await again({}, {}, aStaff())).kind, 'idUsed');
      const entry = { id: 'e', text: 'checked', owner: by };
      const written = await write(plan.id, 'do', entry);
      assert.deepEqual(await write(plan.id, 'do', entry), written);
      assert.equal((await write(plan.id, 'do', { ...entry, text: 'other' })).kind, 'idUsed');
      assert.equal((await write(plan.id, 'check', entry)).kind, 'idUsed');
      assert.equal((await ledger.improvements.list(0))[0]?.entries.length, 2);
    });

    it('are one at a time for a problem, and another once it has ended', async () => {
      const { id } = await opened();
      const other = () => ledger.improvements.open(bills, aPlan(), by, NOON);
      assert.deepEqual(await other(), { kind: 'underWay', id });
      await opened({ ...bills, area: null });
      await opened({ ...bills, category: null, area: null });
      assert.equal((await ledger.improvements.open({ ...bills, area: null }, aPlan(), by, NOON)).kind, 'underWay');
      await through(id, 'do', 'check', 'act', 'done');
      assert.equal((await other()).kind, 'opened');
    });

    it('are one at a time also when two begin at the same moment elsewhere', async () => {
      const two = await openAt(home.location);
      const both = await Promise.all(
        Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? ledger : two).improvements.open(bills, aPlan(), by, NOON)),
      );
      assert.equal(both.filter(({ kind }) => kind === 'opened').length, 1);
      assert.equal((await ledger.improvements.list(9)).length, 1);
      await two.close();
    });

    it('are audited once each, without their words, which nobody reads in the store', async () => {
      const { id, ...plan } = aPlan();
      await opened(bills, { id, ...plan });
      await opened(bills, { id, ...plan });
      await write(id, 'do', { id: 'e' });
      await write(id, 'do', { id: 'e' });
      await write(id, 'act');
      assert.deepEqual(await audited(), [
        ['improvement-entry', id, 'do'],
        ['improvement-opened', id, 'complaint/billing-plan/sz-nanshan'],
      ]);
      assert.equal(home.everything().includes(WORDS), false);
    });

    it('count the cases of their problem', async () => {
      const register = (more: Parameters<typeof aComplaint>[0], at: number) =>
        ledger.cases.register(aComplaint(more), aKey(), at);
      await register({}, NOON - 1);
      await register({}, NOON);
      await register({ area: 'sz-futian' }, NOON + MINUTE);
      await register({ area: null }, NOON + MINUTE);
      await register({ category: 'service-quality' }, NOON);
      await register({ category: null }, NOON);
      await register({}, NOON + HOUR);
      const count = (problem: Partial<ProblemKey>) =>
        ledger.improvements.cases({ ...bills, ...problem }, NOON, NOON + HOUR);
      assert.equal(await count({}), 1);
      assert.equal(await count({ area: null }), 3);
      assert.equal(await count({ category: null, area: null }), 1);
      assert.equal(await count({ kind: 'fault', area: null }), 0);
    });
  });
}
