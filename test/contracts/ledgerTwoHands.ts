import assert from 'node:assert/strict';
import type { CaseKind, Stage } from '../../domain/cases/case.ts';
import type { NewIncidentStep } from '../../domain/cases/incident.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aComplaint, aKey, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

/** OSM 4.3: what one resolved, another confirms (双人确认). */
export function ledgerTwoHands(makeHome: MakeHome): void {
  describe('cases that two people answer for', () => {
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

    const move = (number: CaseNumber, to: Stage, by: string) =>
      ledger.cases.move(number, to, { by, note: null }, aKey(), NOON);
    /** What an incident needs before it is closed. */
    const handle = async (number: CaseNumber) => {
      const done = { by: 'duty', text: 'done' };
      const record = (step: NewIncidentStep, by = done) => ledger.incidents.record(number, step, by, aKey(), NOON);
      await record({ step: 'graded', grade: 'general' });
      for (const step of ['investigated', 'contained', 'restored'] as const) await record({ step });
      await record({ step: 'told', nobodyAffected: true });
      await record({ step: 'reviewed' }, { ...done, by: 'head' });
    };
    const resolved = async (kind: CaseKind, by: string) => {
      const { number } = await ledger.cases.register(aComplaint({ kind, clocks: [] }), aKey(), NOON);
      if (kind === 'security') await handle(number);
      for (const to of ['classified', 'investigating', 'resolved'] as const) await move(number, to, by);
      return number;
    };

    for (const kind of ['fault', 'security'] as const) {
      it(`refuses to close a ${kind} by whoever resolved it, however they write their name`, async () => {
        const number = await resolved(kind, 'tech-1');
        for (const by of ['tech-1', ' Tech-1 ', 'ＴＥＣＨ-1']) {
          assert.deepEqual(await move(number, 'closed', by), {
            ...{ kind: 'refused', from: 'resolved', allowed: ['closed', 'reopened'], resolvedBy: 'tech-1' },
          });
        }
        assert.equal((await ledger.cases.find(number))?.stage, 'resolved');
        assert.equal((await move(number, 'closed', 'tech-2')).kind, 'moved');
      });
    }

    it('lets its customer confirm it, and whoever resolved it open it again', async () => {
      assert.equal((await move(await resolved('fault', 'tech-1'), 'closed', 'customer')).kind, 'moved');
      assert.equal((await move(await resolved('fault', 'tech-1'), 'reopened', 'tech-1')).kind, 'moved');
    });

    it('goes by who resolved it last', async () => {
      const number = await resolved('fault', 'tech-1');
      await move(number, 'reopened', 'tech-2');
      await move(number, 'investigating', 'tech-2');
      await move(number, 'resolved', 'tech-2');
      assert.equal((await move(number, 'closed', 'tech-2')).kind, 'refused');
      assert.equal((await move(number, 'closed', 'tech-1')).kind, 'moved');
    });

    it('asks it of no complaint', async () => {
      assert.equal((await move(await resolved('complaint', 'clerk'), 'closed', 'clerk')).kind, 'moved');
    });
  });
}
