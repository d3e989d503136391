import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import { registerOperator } from '../../adapters/operator/register.ts';
import { caseView } from '../../adapters/operator/schemas.ts';
import type { CaseKind } from '../../domain/cases/case.ts';
import type { CustomerId } from '../../domain/ids.ts';
import { openClocks } from '../../domain/manual/clocks.ts';
import { call } from '../channels/directline/line.ts';
import { aComplaint, aKey, HOUR, manual, NOON, openAt } from '../contracts/ledgerFixtures.ts';
import { type Running, run } from './call.ts';

const KEY = 'operator-key';

describe('cases in the operator API', () => {
  let ledger: Books;
  let running: Running;
  let now: number;
  let customer: CustomerId;
  beforeEach(async () => {
    ledger = await openAt({ file: ':memory:' });
    now = NOON;
    const deps = { ledger, manual, zone: 'Asia/Shanghai', apiKey: KEY, now: () => now };
    running = await run((server) => void registerOperator(server, deps));
    customer = await ledger.customers.ofSource({ channel: 'web', account: '', sourceId: 'u1' }, NOON);
  });
  afterEach(async () => {
    await running.server.close(500);
    await ledger.close();
  });

  const register = async (kind: CaseKind, category: string | null) => {
    const timed = { kind, category, severity: null, level: null };
    const draft = aComplaint({ ...timed, customer, clocks: openClocks(manual, timed, now) });
    return (await ledger.cases.register(draft, aKey(), now)).number;
  };
  const post = (number: string, what: string, json: unknown, headers: Record<string, string> = {}) =>
    call(`${running.base}/api/cases/${number}/${what}`, 'POST', { token: KEY, json, headers });
  const get = async (number: string) =>
    caseView.parse((await call(`${running.base}/api/cases/${number}`, 'GET', { token: KEY })).json);
  const clock = async (number: string, name: string) => (await get(number)).clocks.find((each) => each.name === name);
  const through = async (number: string, by: string, ...stages: readonly string[]) => {
    for (const stage of stages) assert.equal((await post(number, 'stage', { stage, by })).status, 200, stage);
  };

  it('answers a stage that there is not with what the case can become', async () => {
    const number = await register('complaint', 'other');
    for (const stage of ['nope', 'Classified', '已办结', 'toString']) {
      const { status, json } = await post(number, 'stage', { stage, by: 'crm' });
      assert.equal(status, 409, stage);
      assert.equal(json.error.code, 'NotAllowed');
      assert.equal(json.error.message, 'The case is registered; it can become: classified, withdrawn.');
    }
    for (const body of [{ stage: 5, by: 'crm' }, { by: 'crm' }, { stage: '', by: 'crm' }, { stage: 'classified' }]) {
      assert.equal((await post(number, 'stage', body)).status, 400, JSON.stringify(body));
    }
    assert.equal((await post('TS20261121-7KQ4M-X', 'stage', { stage: 'nope', by: 'crm' })).status, 404);
    assert.equal((await get(number)).stage, 'registered');
  });

  it('shows notes to staff, without personal data, and keeps them unreadable in the store', async () => {
    const number = await register('fault', 'equipment');
    const note = '已更换光猫。\n联系 13912345678 复查';
    const moved = await post(number, 'stage', { stage: 'classified', by: 'tech-1', note });
    assert.equal(moved.json.history.at(-1).note, '已更换光猫。\n联系 [phone] 复查');
    await through(number, 'tech-1', 'investigating');
    const { history } = await get(number);
    assert.deepEqual(
      history.map((entry) => entry.note),
      [null, '已更换光猫。\n联系 [phone] 复查', null],
    );
    assert.equal((await ledger.cases.find(number))?.history[1]?.note, note);
  });

  it('lets nobody confirm their own work on a fault, and names who did both', async () => {
    const number = await register('fault', 'equipment');
    await through(number, 'tech-1', 'classified', 'investigating', 'resolved');
    const own = await post(number, 'stage', { stage: 'closed', by: 'TECH-1' });
    assert.deepEqual([own.status, own.json.error.code], [409, 'SameHand']);
    assert.match(own.json.error.message, /somebody else/);
    const before = await get(number);
    assert.deepEqual([before.stage, before.resolvedBy, before.confirmedBy], ['resolved', 'tech-1', null]);
    await through(number, 'tech-2', 'closed');
    const after = await get(number);
    assert.deepEqual([after.resolvedBy, after.confirmedBy], ['tech-1', 'tech-2']);
    await through(number, 'tech-2', 'reopened');
    assert.equal((await get(number)).confirmedBy, null);
  });

  it('takes nobody for the customer, the bot or the clock', async () => {
    const number = await register('fault', 'equipment');
    for (const by of ['customer', ' Customer', 'bot', 'clock', '']) {
      assert.equal((await post(number, 'stage', { stage: 'classified', by })).status, 400, by);
      assert.equal((await post(number, 'pause', { question: '?', by })).status, 400, by);
      assert.equal((await post(number, 'resume', { by })).status, 400, by);
    }
  });

  it('pauses the clocks while the customer is asked, and moves their ends by what they waited', async () => {
    const number = await register('fault', 'equipment');
    const limit = (await clock(number, 'fault-restored'))?.limit ?? '';
    now = NOON + HOUR;
    const question = '请问您家的门牌号？也可打 13912345678';
    const paused = await post(number, 'pause', { by: 'tech-1', question });
    assert.equal(paused.status, 200, paused.text);
    const waiting = { since: new Date(now).toISOString(), by: 'tech-1', question: '请问您家的门牌号？也可打 [phone]' };
    assert.deepEqual(paused.json.waiting, waiting);
    now = NOON + 100 * HOUR;
    assert.deepEqual(
      (await get(number)).clocks.map(({ name, state }) => [name, state]),
      [
        ['intake-confirmed', 'met'],
        ['fault-first-response', 'breached'],
        ['fault-restored', 'paused'],
      ],
    );
    const again = await post(number, 'pause', { by: 'tech-1', question });
    assert.deepEqual([again.status, again.json.error.code], [409, 'NotAllowed']);
    const resumed = await post(number, 'resume', { by: 'tech-2' });
    assert.equal(resumed.status, 200, resumed.text);
    const restored = await clock(number, 'fault-restored');
    assert.deepEqual(
      [restored?.state, restored?.pausedMs, Date.parse(restored?.limit ?? '')],
      ['running', 99 * HOUR, Date.parse(limit) + 99 * HOUR],
    );
    const last = resumed.json.history.at(-1);
    assert.deepEqual(
      [last.what, last.by, last.detail],
      ['resumed', 'tech-2', `${waiting.since} -> ${new Date(now).toISOString()}`],
    );
    assert.equal(resumed.json.waiting, null);
    assert.equal((await post(number, 'resume', { by: 'tech-2' })).status, 409);
  });

  it('refuses to wait where nothing would be asked, or no clock could', async () => {
    const number = await register('fault', 'equipment');
    for (const body of [{ by: 'x' }, { by: 'x', question: ' ' }, { question: '?' }, { by: 'x', question: '?', a: 1 }]) {
      assert.equal((await post(number, 'pause', body)).status, 400, JSON.stringify(body));
    }
    await through(number, 'tech-1', 'classified', 'investigating', 'resolved');
    assert.equal((await post(number, 'pause', { by: 'x', question: '?' })).status, 409);
    assert.equal((await post('GZ20261121-7KQ4M-X', 'pause', { by: 'x', question: '?' })).status, 404);
    assert.equal((await post('GZ20261121-7KQ4M-X', 'resume', { by: 'x' })).status, 404);
  });

  it('pauses once for an Idempotency-Key', async () => {
    const number = await register('fault', 'equipment');
    const headers = { 'idempotency-key': 'k1' };
    const body = { by: 'tech-1', question: '门牌号？' };
    const both = await Promise.all([post(number, 'pause', body, headers), post(number, 'pause', body, headers)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    assert.equal((await get(number)).history.length, 2);
  });

  it('takes a complaint that was classified by itself for classified', async () => {
    assert.equal((await clock(await register('complaint', 'billing-plan'), 'complaint-classified'))?.state, 'met');
    const unknown = await register('complaint', null);
    now = NOON + 49 * HOUR;
    assert.equal((await clock(unknown, 'complaint-classified'))?.state, 'breached');
  });
});
