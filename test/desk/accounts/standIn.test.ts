import assert from 'node:assert/strict';
import { firstSupervisor } from '../../../adapters/desk/firstSupervisor.ts';
import { type Console, consoleOf, cookieOf, openDesk, type TestDesk } from '../auth/desk.ts';

const ME = '/desk/api/me';
const USERS = '/desk/api/users';
const draft = { login: 'chen.mei', name: '陳美', role: 'agent', skills: [], languages: ['zh-Hant'], limit: 3 };

describe('supervisors while there is no admin', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());
  const add = (who: Console, more: object = {}) => desk.ask(who, 'POST', USERS, { ...draft, ...more });
  const administers = async (who: Console) => (await desk.ask(who, 'GET', ME)).json.administers;

  it('administer accounts, which the audit says, and the console is told', async () => {
    const boss = await desk.console('supervisor');
    assert.equal((await desk.signIn(boss.staff.login)).json.administers, true);
    assert.equal(await administers(boss), true);
    const added = await add(boss);
    assert.equal(added.status, 201, added.text);
    assert.deepEqual(await desk.audited(1), [`user-added ${boss.staff.id} role=agent (no admin yet)`]);
    const { id } = added.json.user;
    assert.equal((await desk.ask(boss, 'GET', USERS)).json.users.length, 2);
    assert.equal((await desk.ask(boss, 'PATCH', `${USERS}/${id}`, { limit: 4 })).status, 200);
    assert.equal((await desk.ask(boss, 'POST', `${USERS}/${id}/password`)).status, 200);
    assert.deepEqual(await desk.audited(1), [`password-reset ${boss.staff.id} (no admin yet)`]);
  });

  it('cannot make themselves admins', async () => {
    const boss = await desk.console('supervisor');
    assert.equal((await desk.ask(boss, 'PATCH', `${USERS}/${boss.staff.id}`, { role: 'admin' })).status, 409);
  });

  it('no longer do as soon as there is one, and again while every admin is disabled', async () => {
    const boss = await desk.console('supervisor');
    const admin = (await add(boss, { role: 'admin' })).json.user;
    assert.equal(await administers(boss), false);
    const refused = await add(boss, { login: 'another' });
    assert.deepEqual([refused.status, refused.json.error.code], [403, 'Forbidden']);
    assert.deepEqual(await desk.audited(1), [`refused ${boss.staff.id} Forbidden POST ${USERS}`]);
    await desk.ledger.staff.update(admin.id, { disabled: true });
    assert.equal(await administers(boss), true);
    assert.equal((await desk.ask(boss, 'GET', USERS)).status, 200);
  });

  it('are the only ones: agents never do, and nobody before their first password is changed', async () => {
    const agent = await desk.console('agent');
    assert.equal(await administers(agent), false);
    assert.equal((await add(agent)).status, 403);

    const empty = await openDesk();
    const first = await firstSupervisor(empty.ledger, 4, empty.now);
    assert.ok(first);
    const newcomer = consoleOf(await empty.signIn(first.login, first.password));
    const early = await empty.ask(newcomer, 'POST', USERS, draft);
    assert.deepEqual([early.status, early.json.error.code], [403, 'ChangePassword']);
    const next = 'my own pass phrase';
    const changed = await empty.ask(newcomer, 'POST', `${ME}/password`, { current: first.password, next });
    assert.equal(changed.json.administers, true);
    const after = { cookie: cookieOf(changed.headers), csrfToken: newcomer.csrfToken };
    assert.equal((await empty.ask(after, 'POST', USERS, draft)).status, 201);
    await empty.close();
  });
});
