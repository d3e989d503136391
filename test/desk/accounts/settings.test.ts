import assert from 'node:assert/strict';
import { type Console, openDesk, type TestDesk } from '../auth/desk.ts';

const SETTINGS = '/desk/api/settings';
const CANNED = '/desk/api/canned';
const text = { 'zh-Hans': '您好{name}', 'zh-Hant': '您好{name}', en: 'Hello {name}, I am {agent}' };

describe('what supervisors change', () => {
  let desk: TestDesk;
  let supervisor: Console & { readonly staff: { readonly id: string } };
  let agent: Console & { readonly staff: { readonly id: string } };
  beforeEach(async () => {
    desk = await openDesk();
    supervisor = await desk.console('supervisor');
    agent = await desk.console('agent');
  });
  afterEach(() => desk.close());

  describe('settings', () => {
    const asTheManualSays = { open: null, notice: null, hours: null };
    const put = (json: unknown) => desk.ask(supervisor, 'PUT', SETTINGS, json);

    it('are the manual’s until they are changed, and all see them', async () => {
      assert.deepEqual((await desk.ask(agent, 'GET', SETTINGS)).json, asTheManualSays);
      const hours = {
        workingDays: [
          ['08:00', '12:00'],
          ['12:00', '24:00'],
        ],
        otherDays: [],
      };
      const changed = { open: false, notice: { 'zh-Hans': '台风', 'zh-Hant': '颱風', en: 'Typhoon' }, hours };
      assert.deepEqual((await put(changed)).json, changed);
      assert.deepEqual((await desk.ask(agent, 'GET', SETTINGS)).json, changed);
      assert.deepEqual(await desk.audited(1), [
        `settings-changed ${supervisor.staff.id} open=false notice=true hours=true`,
      ]);
      const [event] = (await desk.ledger.deskEvents.after(0, 100)).filter(({ kind }) => kind === 'settings');
      assert.equal(event?.by, supervisor.staff.id);
    });

    it('are refused when they make no sense, and nothing is kept of them', async () => {
      const days = (workingDays: unknown) => ({ ...asTheManualSays, hours: { workingDays, otherDays: [] } });
      const faults: unknown[] = [
        days([['12:00', '08:00']]),
        days([['08:00', '08:00']]),
        days([
          ['08:00', '12:00'],
          ['11:00', '13:00'],
        ]),
        days([['25:00', '26:00']]),
        days([['8:00', '9:00']]),
        days(Array.from({ length: 5 }, (_, i) => [`0${i}:00`, `0${i}:30`])),
        { ...asTheManualSays, notice: { 'zh-Hans': 'a'.repeat(301), 'zh-Hant': '', en: '' } },
        { ...asTheManualSays, notice: { en: 'only English' } },
        { ...asTheManualSays, more: 1 },
        { open: true },
      ];
      for (const fault of faults) assert.equal((await put(fault)).status, 400, JSON.stringify(fault).slice(0, 100));
      assert.deepEqual((await desk.ask(agent, 'GET', SETTINGS)).json, asTheManualSays);
    });
  });

  describe('canned replies', () => {
    const list = async (): Promise<{ id: string; shortcut: string }[]> =>
      (await desk.ask(agent, 'GET', CANNED)).json.replies;

    it('are there from the start, for agents too', async () => {
      const shortcuts = (await list()).map(({ shortcut }) => shortcut);
      for (const one of ['hello', 'number', 'wait', 'outage', 'bye']) assert.ok(shortcuts.includes(one), one);
    });

    it('are added, changed and removed, each with its audit line', async () => {
      const added = await desk.ask(supervisor, 'POST', CANNED, { shortcut: '生日-1', text });
      assert.equal(added.status, 201, added.text);
      const { id } = added.json;
      const path = `${CANNED}/${id}`;
      const changed = await desk.ask(supervisor, 'PUT', path, { shortcut: '生日-1', text: { ...text, en: 'Hi' } });
      assert.deepEqual(changed.json, { id, shortcut: '生日-1', text: { ...text, en: 'Hi' } });
      assert.ok((await list()).some((reply) => reply.id === id));
      assert.equal((await desk.ask(supervisor, 'DELETE', path)).status, 200);
      assert.equal((await desk.ask(supervisor, 'DELETE', path)).status, 404);
      assert.equal((await desk.ask(supervisor, 'PUT', path, { shortcut: 'x', text })).status, 404);
      assert.ok(!(await list()).some((reply) => reply.id === id));
      const saved = `canned-saved ${supervisor.staff.id}`;
      assert.deepEqual(await desk.audited(3), [`canned-removed ${supervisor.staff.id}`, saved, saved]);
    });

    it('have a shortcut of their own and only variables that there are', async () => {
      const post = (json: unknown) => desk.ask(supervisor, 'POST', CANNED, json);
      assert.equal((await post({ shortcut: 'HELLO', text })).status, 409);
      const [first, second] = await list();
      const path = `${CANNED}/${first?.id}`;
      assert.equal((await desk.ask(supervisor, 'PUT', path, { shortcut: second?.shortcut, text })).status, 409);
      assert.equal((await desk.ask(supervisor, 'PUT', path, { shortcut: first?.shortcut, text })).status, 200);
      for (const en of ['{nmae}', 'Dear {{name}', '{constructor}', '{}', ''])
        assert.equal(
          (await post({ shortcut: 'new', text: { ...text, en } })).status,
          en === 'Dear {{name}' ? 201 : 400,
          en,
        );
      for (const shortcut of ['a b', '/a', '', 'a'.repeat(41)])
        assert.equal((await post({ shortcut, text })).status, 400, shortcut);
    });
  });

  describe('the audit', () => {
    it('is read page by page, with names', async () => {
      const first = await desk.ask(supervisor, 'GET', '/desk/api/audit?limit=1');
      assert.equal(first.json.entries.length, 1);
      const [{ seq, by, byName, what, at }] = first.json.entries;
      assert.deepEqual([by, byName, what], [agent.staff.id, '林薇', 'sign-in']);
      assert.equal(at, new Date(desk.now).toISOString());
      const next = await desk.ask(supervisor, 'GET', `/desk/api/audit?limit=5&before=${seq}`);
      assert.deepEqual(
        next.json.entries.map((entry: { by: string }) => entry.by),
        [supervisor.staff.id],
      );
      for (const query of ['limit=0', 'limit=201', 'before=x', 'before=-1'])
        assert.equal((await desk.ask(supervisor, 'GET', `/desk/api/audit?${query}`)).status, 400, query);
    });

    it('has what an agent tried and may not', async () => {
      assert.equal((await desk.ask(agent, 'GET', '/desk/api/audit')).status, 403);
      const path = `${CANNED}/shipped-hello`;
      assert.equal((await desk.ask(agent, 'DELETE', path)).status, 403);
      const by = agent.staff.id;
      assert.deepEqual(await desk.audited(2), [
        `refused ${by} Forbidden DELETE ${CANNED}/:id`,
        `refused ${by} Forbidden GET /desk/api/audit`,
      ]);
      assert.equal(await desk.ledger.audit.verify(), null);
    });
  });

  it('stands in the OpenAPI document', async () => {
    const { json } = await desk.ask(null, 'GET', '/openapi.json');
    assert.ok(json.paths['/desk/api/users/{id}'].patch.security[0].deskSession);
    for (const { path, method } of desk.operations)
      assert.ok(json.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()], `${method} ${path}`);
  });
});
