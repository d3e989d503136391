import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import type { NewCase, Stage } from '../../domain/cases/case.ts';
import { incidentOf, type NewIncidentStep } from '../../domain/cases/incident.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { aComplaint, aKey, HOUR, manual, NOON } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';
import { twoBooks } from './ledgerTwo.ts';
import { addWebhook, takeAll } from './ledgerWebhookFixtures.ts';

const GRADED: NewIncidentStep = { step: 'graded', grade: 'larger' };
const HANDLED = [
  GRADED,
  { step: 'investigated' },
  { step: 'contained' },
  { step: 'restored' },
  { step: 'told', nobodyAffected: false },
] as const;

/** OSM 6.3: what is done about security incidents, in the ledger of the cases they are. */
export function ledgerIncidents(makeHome: MakeHome): void {
  describe('security incidents', () => {
    let ledger: Books;
    let other: Books;
    let home: TestHome;
    twoBooks(makeHome, (one, two, where) => {
      ledger = one;
      other = two;
      home = where;
    });

    const opened = async (more: Partial<NewCase> = {}) => {
      const about = { kind: 'security', category: null, severity: null, answers: {}, clocks: [] } as const;
      return (await ledger.cases.register(aComplaint({ ...about, ...more }), aKey(), NOON)).number;
    };
    const record = (number: CaseNumber, step: NewIncidentStep, by = 'tech-1', text = `${step.step} words`) =>
      ledger.incidents.record(number, step, { by, text }, aKey(), NOON);
    const move = (number: CaseNumber, to: Stage, by = 'tech-1') =>
      ledger.cases.move(number, to, { by, note: null }, aKey(), NOON);
    const stepsOf = async (number: CaseNumber) => {
      const found = await ledger.cases.find(number);
      return found && incidentOf(found)?.steps.map(({ step, by, text }) => [step, by, text]);
    };
    const alerts = async (number: CaseNumber) =>
      (await ledger.alerts.open(100)).filter((each) => each.case === number).map(({ id, kind }) => [id, kind]);

    it('keep each step with who, when and what, and refuse the end before they are whole', async () => {
      const number = await opened();
      await move(number, 'classified');
      const refused = { kind: 'refused', allowed: ['investigating', 'withdrawn'], from: 'classified' };
      const graded = await record(number, GRADED);
      assert.ok(graded.kind === 'recorded');
      const entry = { at: NOON, by: 'tech-1', what: 'incident', detail: 'graded larger', note: 'graded words' };
      assert.deepEqual(graded.case.history.at(-1), entry);
      assert.deepEqual(await move(number, 'withdrawn', 'customer'), { ...refused, missing: ['told', 'reviewed'] });
      assert.equal((await move(number, 'investigating')).kind, 'moved');
      for (const step of HANDLED.slice(1)) assert.equal((await record(number, step)).kind, 'recorded');
      await move(number, 'resolved');
      const late = await move(number, 'closed', 'tech-2');
      assert.deepEqual(late.kind === 'refused' && late.missing, ['reviewed']);
      assert.deepEqual(await record(number, { step: 'reviewed' }), { kind: 'refused', why: 'same hand', missing: [] });
      assert.equal((await record(number, { step: 'reviewed' }, 'tech-2')).kind, 'recorded');
      assert.equal((await move(number, 'closed', 'tech-2')).kind, 'moved');
      assert.deepEqual(await record(number, GRADED), { kind: 'refused', why: 'at rest', missing: [] });
      assert.deepEqual((await stepsOf(number))?.at(-1), ['reviewed', 'tech-2', 'reviewed words']);
    });

    it('leave other cases alone, and know numbers that there are not', async () => {
      const fault = await opened({ kind: 'fault', category: 'equipment', level: 'normal' });
      assert.deepEqual(await record(fault, GRADED), { kind: 'refused', why: 'no incident', missing: [] });
      for (const to of ['classified', 'investigating', 'resolved'] as const)
        assert.equal((await move(fault, to)).kind, 'moved', to);
      assert.deepEqual(await record('AQ20261123-AAAAA-A' as CaseNumber, GRADED), { kind: 'unknown' });
      const security = await opened({ kind: 'fault', category: 'security', level: 'normal' });
      assert.equal((await record(security, GRADED)).kind, 'recorded');
      const to = { category: 'equipment', owner: 'field-maintenance' };
      await ledger.cases.reclassify(security, to, { by: 'tech-1', note: null }, aKey(), NOON);
      for (const to of ['classified', 'investigating', 'resolved'] as const)
        assert.equal((await move(security, to)).kind, 'moved', to);
      assert.equal(
        (await move(security, 'closed', 'tech-2')).kind,
        'refused',
        'what was graded is not put elsewhere and gone',
      );
    });

    it('are recorded once for a key, also by two at the same moment', async () => {
      const number = await opened();
      const [key, entry] = [aKey(), { by: 'tech-1', text: 'words' }];
      const both = await Promise.all(
        [ledger, other].map(({ incidents }) => incidents.record(number, GRADED, entry, key, NOON)),
      );
      assert.deepEqual(both[0], both[1]);
      await record(number, { step: 'contained' });
      assert.deepEqual(await other.incidents.record(number, GRADED, entry, key, NOON + HOUR), both[0]);
      assert.equal((await stepsOf(number))?.length, 2);
    });

    it('call the duty once for each grave grade', async () => {
      const number = await opened();
      const filed = [`case:${number}`, 'security'];
      await record(number, GRADED);
      assert.deepEqual(await alerts(number), [filed]);
      for (const grade of ['major', 'gravest', 'major'] as const) await record(number, { step: 'graded', grade });
      const grave = ['gravest', 'major'].map((grade) => [`incident:${number}:${grade}`, 'grave-incident']);
      assert.deepEqual((await alerts(number)).toSorted(), [filed, ...grave]);
    });

    it('are told to other systems, without their words', async () => {
      const webhook = await addWebhook(ledger, { events: ['case.incident', 'alert.raised'] });
      const number = await opened({ area: null });
      await record(number, { step: 'graded', grade: 'gravest' }, 'tech-1', '光猫侵入');
      const told = await takeAll(ledger, webhook.id, NOON);
      // of two subjects, so in no order between them
      assert.deepEqual(
        told.map(({ event, data }) => [event, 'detail' in data ? data.detail : Object(data.alert).kind]).toSorted(),
        [
          ['alert.raised', 'grave-incident'],
          ['alert.raised', 'security'],
          ['case.incident', 'graded gravest'],
        ],
      );
      assert.ok(!JSON.stringify(told).includes('光猫侵入'));
    });

    it('have their words sealed, kept out of the customer’s copy, and destroyed with those of the case', async () => {
      const customer = await ledger.customers.ofSource({ channel: 'web', account: 'a', sourceId: 's' }, NOON);
      await ledger.customers.saveContact(customer, { name: '欧阳修远', phone: '+8613712345678' }, aKey(), NOON);
      const number = await opened({ customer });
      const words = '从欧阳修远的光猫侵入，电话 13712345678';
      for (const step of HANDLED) await record(number, step, 'tech-1', words);
      await record(number, { step: 'reviewed' }, 'tech-2', words);
      assert.ok(!home.everything().includes('光猫侵入'));
      const held = (await ledger.personalData.held(customer)).cases[0];
      assert.deepEqual([held?.number, held?.notes], [number, []]);
      for (const to of ['classified', 'investigating', 'resolved'] as const) await move(number, to);
      await move(number, 'closed', 'tech-2');
      await ledger.personalData.forget(customer, 'contact', { by: 'customer', case: null }, aKey(), NOON);
      const scrubbed = (await stepsOf(number)) ?? [];
      assert.equal(scrubbed.length, HANDLED.length + 1);
      for (const [, , text] of scrubbed) {
        assert.ok(text?.includes('光猫侵入'));
        assert.ok(!text?.includes('欧阳') && !text?.includes('13712345678'), String(text));
      }
      await ledger.personalData.expire(NOON + manual.retention.caseDays * 24 * HOUR + 1);
      const left = (await stepsOf(number)) ?? [];
      assert.deepEqual(new Set(left.map(([, , text]) => text)), new Set([null]));
      assert.deepEqual(left.at(-1), ['reviewed', 'tech-2', null]);
    });
  });
}
