import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import { registerOperator } from '../../adapters/operator/register.ts';
import { caseView } from '../../adapters/operator/schemas.ts';
import type { CaseKind } from '../../domain/cases/case.ts';
import { call } from '../channels/directline/line.ts';
import { aComplaint, aKey, manual, NOON, openAt } from '../contracts/ledgerFixtures.ts';
import { type Running, run } from './call.ts';

const KEY = 'operator-key';

describe('security incidents in the operator API', () => {
  let ledger: Books;
  let running: Running;
  let number: string;
  beforeEach(async () => {
    ledger = await openAt({ file: ':memory:' });
    const deps = { ledger, manual, zone: 'Asia/Shanghai', apiKey: KEY, now: () => NOON };
    running = await run((server) => void registerOperator(server, deps));
    number = await opened('security');
  });
  afterEach(async () => {
    await running.server.close(500);
    await ledger.close();
  });

  const opened = async (kind: CaseKind) => {
    const customer = await ledger.customers.ofSource({ channel: 'web', account: '', sourceId: 'u1' }, NOON);
    const draft = aComplaint({ kind, category: null, severity: null, customer, answers: {}, clocks: [] });
    return (await ledger.cases.register(draft, aKey(), NOON)).number;
  };
  const post = (what: string, json: unknown, to = number) =>
    call(`${running.base}/api/cases/${to}/${what}`, 'POST', { token: KEY, json });
  const record = (id: string, json: object, by = 'soc-1') => post('incident', { id, text: '做完了', by, ...json });
  const stage = (to: string, by = 'soc-1') => post('stage', { stage: to, by });
  const incident = async (of = number) =>
    caseView.parse((await call(`${running.base}/api/cases/${of}`, 'GET', { token: KEY })).json).incident;

  it('show grade and steps, personal data masked; other cases have none', async () => {
    assert.deepEqual(await incident(), { grade: null, steps: [], next: ['graded'] });
    assert.equal(await incident(await opened('feedback')), null);
    const { status, text } = await record('1', { step: 'graded', grade: 'larger', text: '账号被盗，联系 13912345678' });
    assert.equal(status, 200, text);
    const at = new Date(NOON).toISOString();
    const shown = {
      step: 'graded',
      grade: 'larger',
      nobodyAffected: false,
      stands: true,
      text: '账号被盗，联系 [phone]',
      by: 'soc-1',
      at,
    };
    assert.deepEqual(await incident(), {
      ...{ grade: 'larger', steps: [shown], next: ['graded', 'investigated', 'contained', 'told'] },
    });
  });

  it('refuse the end and a step before those they need, and a review of one’s own work', async () => {
    await stage('classified');
    assert.equal((await stage('investigating')).status, 200);
    const step = await record('0', { step: 'restored' });
    assert.deepEqual([step.status, step.json.error.code], [409, 'StepMissing']);
    await record('1', { step: 'graded', grade: 'general' });
    for (const each of ['investigated', 'contained', 'restored']) await record(each, { step: each });
    const nobody = await record('told', { step: 'told', nobodyAffected: true, text: '日志里没有其他账号' });
    assert.equal(nobody.json.incident.steps.at(-1).nobodyAffected, true);
    await stage('resolved');
    const early = await stage('closed', 'soc-2');
    assert.deepEqual([early.status, early.json.error.code], [409, 'StepMissing']);
    assert.match(early.json.error.message, /first to be reviewed/);
    const own = await record('r1', { step: 'reviewed' }, 'SOC-1');
    assert.deepEqual([own.status, own.json.error.code], [409, 'SameHand']);
    assert.equal((await record('r2', { step: 'reviewed' }, 'soc-2')).status, 200);
    assert.equal((await record('r3', { step: 'told' }, 'soc-2')).status, 409, 'reviewed');
    assert.equal((await stage('closed', 'soc-2')).status, 200);
    assert.equal((await record('r4', { step: 'told' }, 'soc-2')).status, 409, 'closed');
    assert.deepEqual((await incident())?.next, []);
  });

  it('are recorded once for an id of the case', async () => {
    const both = await Promise.all(['one', 'two'].map(() => record('same', { step: 'graded', grade: 'major' })));
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    const second = await opened('security');
    const elsewhere = { id: 'same', step: 'graded', grade: 'general', text: 'x', by: 'soc-1' };
    await post('incident', elsewhere, second);
    assert.deepEqual([(await incident())?.steps.length, (await incident(second))?.steps.length], [1, 1]);
    const called = (await ledger.alerts.open(10)).filter(({ kind }) => kind === 'grave-incident');
    assert.deepEqual(
      called.map((each) => each.case),
      [number],
    );
  });

  it('take nothing that makes no sense, nor for cases that there are not or that are no incidents', async () => {
    for (const json of [
      { step: 'graded' },
      { step: 'graded', grade: 'worst' },
      { step: 'contained', grade: 'major' },
      { step: 'contained', nobodyAffected: true },
      { step: 'mended' },
      { step: 'contained', text: ' ' },
      { step: 'contained', by: 'bot' },
      { step: 'contained', id: '' },
      { step: 'contained', more: 1 },
    ])
      assert.equal((await record('1', json)).status, 400, JSON.stringify(json));
    const body = { id: '1', step: 'graded', grade: 'general', text: 'x', by: 'soc-1' };
    assert.equal((await post('incident', body, 'AQ20261123-AAAAA-A')).status, 404);
    const other = await post('incident', body, await opened('feedback'));
    assert.deepEqual([other.status, other.json.error.code], [409, 'NotAllowed']);
    assert.deepEqual((await incident())?.steps, []);
  });
});
