import assert from 'node:assert/strict';
import type { NewCase } from '../../../domain/cases/case.ts';
import { aComplaint, aKey, HOUR } from '../../contracts/ledgerFixtures.ts';
import { type Desk, openDesk, type Person } from './desk.ts';

const DAY = 24 * HOUR;
const RANGE = '?from=2026-11-23&to=2026-11-24';

describe('the statistics of the desk', () => {
  let desk: Desk;
  let head: Person;
  beforeEach(async () => {
    desk = await openDesk();
    head = await desk.person('supervisor', '李主管');
  });
  afterEach(() => desk.close());

  const register = async (count: number, more: Partial<NewCase> = {}, at = desk.now) => {
    for (let i = 0; i < count; i++) await desk.ledger.cases.register(aComplaint({ area: null, ...more }), aKey(), at);
  };
  const aPlan = (more: object = {}) => ({
    ...{ id: 'i1', kind: 'complaint', category: 'billing-plan', area: null, text: '核对十月账单' },
    ...{ owner: head.staff.id, due: '2026-12-01', ...more },
  });
  const anEntry = (stage: string, more: object = {}) => ({
    ...{ id: `e-${stage}`, stage, text: stage, owner: null, due: null },
    ...more,
  });

  it('are the operator’s figures, with what comes up again and again and what is done about it', async () => {
    await register(3);
    await register(4, { kind: 'fault', category: 'broadband-down' });
    await register(2, {}, desk.now - 2 * DAY);
    await desk.ledger.instances.renew(desk.now - 5 * 60_000);
    await head.post('/improvements', aPlan());
    const { status, json, text } = await head.get(`/statistics${RANGE}`);
    assert.equal(status, 200, text);
    assert.deepEqual(json.intake.byKind, { fault: 4, complaint: 3 });
    assert.deepEqual(json.problems, [
      ...[
        ['fault', 'broadband-down', 4, 0, null],
        ['complaint', 'billing-plan', 3, 2, 'i1'],
      ].map(([kind, category, count, before, improvement]) => ({
        ...{ kind, category, area: null, count, before, open: count, reopened: 0, improvement },
      })),
    ]);
    assert.deepEqual(json.availability, { goal: 0.999, share: 0.2, minutes: 5, missing: 4, longestGapMinutes: 4 });
    const goal = json.goals.find(({ name }: { name: string }) => name === 'availability');
    assert.deepEqual(goal, { name: 'availability', unit: 'rate', goal: 0.999, value: 0.2, met: false });
  });

  it('are a file too', async () => {
    await register(3);
    await register(3, { kind: 'fault', category: null, area: 'sz-nanshan' });
    const { status, headers, text } = await head.get(`/statistics.csv${RANGE}`);
    assert.equal(status, 200, text);
    assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8');
    const lines = text.split('\r\n');
    for (const line of [
      'problems,problem complaint/billing-plan/anywhere,count,3',
      'problems,problem fault/none/sz-nanshan,count,3',
      'availability,,goal,0.999',
      'intake,byKind,complaint,3',
    ])
      assert.ok(lines.includes(line), `${line} of\n${text}`);
  });

  it('are refused with an example where the time makes no sense', async () => {
    for (const path of ['/statistics', '/statistics.csv']) {
      const { status, json } = await head.get(`${path}?from=2026-11-25&to=2026-11-24`);
      assert.equal(status, 400);
      assert.match(json.error.message, /such as from=/);
    }
  });

  it('are for supervisors and admins only', async () => {
    const [wang, admin] = [await desk.person('agent', '王芳'), await desk.person('admin', '管理员')];
    for (const path of ['/statistics', '/statistics.csv', '/improvements']) {
      assert.equal((await wang.get(path)).status, 403, path);
      assert.equal((await admin.get(path)).status, 200, path);
    }
    assert.equal((await wang.post('/improvements', aPlan())).status, 403);
    assert.equal((await admin.post('/improvements', aPlan())).status, 201);
    assert.equal((await wang.post('/improvements/i1/entries', anEntry('do'))).status, 403);
    assert.equal((await admin.get('/improvements')).json.improvements[0].entries.length, 1);
  });

  describe('improvements', () => {
    it('tell who sees to what until when, and what became of the cases', async () => {
      await register(15, {}, desk.now - 30 * DAY);
      await register(9, {}, desk.now - 31 * DAY);
      const opened = await head.post('/improvements', aPlan());
      assert.equal(opened.status, 201, opened.text);
      const me = { id: head.staff.id, name: '李主管' };
      const at = new Date(desk.now).toISOString();
      const common = {
        id: 'i1',
        kind: 'complaint',
        category: 'billing-plan',
        area: null,
        openedAt: at,
        closedAt: null,
      };
      const plan = { stage: 'plan', text: '核对十月账单', by: me, at };
      assert.deepEqual(opened.json, {
        ...{ ...common, stage: 'plan', owner: me, due: '2026-12-01', entries: [plan] },
        perDay: { before: 0.5, since: null },
      });
      await register(6);
      desk.now += 4 * DAY;
      const wang = await desk.person('agent', '王芳');
      const entry = anEntry('do', { owner: wang.staff.id });
      head = await desk.person('supervisor', '李主管');
      const written = await head.post('/improvements/i1/entries', entry);
      assert.equal(written.status, 200, written.text);
      assert.deepEqual(written.json.owner, { id: wang.staff.id, name: '王芳' });
      assert.deepEqual([written.json.stage, written.json.due, written.json.entries.length], ['do', null, 2]);
      assert.deepEqual(written.json.perDay, { before: 0.5, since: 1.5 });
      assert.deepEqual((await head.get('/improvements')).json, { improvements: [written.json] });
    });

    it('are one for an id; a second one of the problem is refused, naming the first', async () => {
      const first = await head.post('/improvements', aPlan());
      assert.deepEqual(await head.post('/improvements', aPlan()).then(({ status, json }) => [status, json]), [
        201,
        first.json,
      ]);
      const refused = async (plan: object) => {
        const { status, json } = await head.post('/improvements', plan);
        return [status, json.error.code, json.error.improvement];
      };
      assert.deepEqual(await refused(aPlan({ text: '别的' })), [409, 'IdUsed', undefined]);
      assert.deepEqual(await refused(aPlan({ id: 'i2' })), [409, 'UnderWay', 'i1']);
      assert.equal((await head.post('/improvements', aPlan({ id: 'i2', area: 'sz-nanshan' }))).status, 201);
      assert.equal((await desk.audit('improvement-opened')).length, 2);
    });

    it('go on stage by stage to the end, once for an id, each audited', async () => {
      await head.post('/improvements', aPlan());
      const refused = async (entry: object, id = 'i1') => {
        const { status, json } = await head.post(`/improvements/${id}/entries`, entry);
        return [status, json.error.code, json.error.allowed];
      };
      assert.deepEqual(await refused(anEntry('do'), 'i9'), [404, 'NotFound', undefined]);
      assert.deepEqual(await refused(anEntry('act')), [409, 'NotAllowed', ['plan', 'do']]);
      for (const stage of ['do', 'do', 'check', 'act', 'done'])
        assert.equal((await head.post('/improvements/i1/entries', anEntry(stage))).status, 200, stage);
      assert.deepEqual(await refused(anEntry('do', { text: '别的' })), [409, 'IdUsed', undefined]);
      assert.deepEqual(await refused(anEntry('plan')), [409, 'NotAllowed', []]);
      const [ended] = (await head.get('/improvements')).json.improvements;
      assert.deepEqual([ended.stage, ended.closedAt !== null, ended.entries.length], ['done', true, 5]);
      const audited = (await desk.audit('improvement-entry')).map(({ by, subject, detail }) => [by, subject, detail]);
      const expected = ['done', 'act', 'check', 'do'].map((stage) => [head.staff.id, 'i1', stage]);
      assert.deepEqual(audited, expected);
      assert.equal((await head.post('/improvements', aPlan({ id: 'i2' }))).status, 201);
    });

    it('are refused when they make no sense', async () => {
      const bad = [
        { owner: 'nobody' },
        { text: ' ' },
        { text: 'x'.repeat(2001) },
        { due: '2026-02-30' },
        { kind: 'x' },
      ];
      for (const more of [...bad, { more: 1 }, { id: '' }])
        assert.equal((await head.post('/improvements', aPlan(more))).status, 400, JSON.stringify(more));
      await head.post('/improvements', aPlan());
      for (const more of [...bad.slice(0, 4), { stage: 'x' }])
        assert.equal(
          (await head.post('/improvements/i1/entries', anEntry('do', more))).status,
          400,
          JSON.stringify(more),
        );
      assert.equal((await head.get('/improvements')).json.improvements[0].entries.length, 1);
    });
  });
});
