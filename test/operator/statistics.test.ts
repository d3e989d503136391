import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import { csv, flat } from '../../adapters/operator/csv.ts';
import { registerOperator } from '../../adapters/operator/register.ts';
import { call } from '../channels/directline/line.ts';
import { aHandoff, aMessage } from '../contracts/ledgerDeskFixtures.ts';
import { aComplaint, aKey, aVisit, HOUR, manual, NOON, openAt } from '../contracts/ledgerFixtures.ts';
import { type Running, run } from '../http/call.ts';

const KEY = 'operator-key';

describe('the operator API: statistics', () => {
  let ledger: Books;
  let running: Running;
  beforeEach(async () => {
    ledger = await openAt({ file: ':memory:' });
    running = await run((server) => {
      registerOperator(server, { ledger, manual, zone: 'Asia/Shanghai', apiKey: KEY, now: () => NOON });
    });
    await ledger.cases.register(aComplaint(), aKey(), NOON);
    // in Shanghai the next day
    await ledger.cases.register(
      aComplaint({ category: 'service-quality', channel: 'wechat' }),
      aKey(),
      NOON + 13 * HOUR,
    );
    await ledger.bookings.book(aVisit(), aKey(), NOON);
    const draft = { login: 'mallory', name: '=cmd|calc', role: 'agent', skills: [], languages: [], limit: 3 } as const;
    const agent = await ledger.staff.add(draft, 'hash', false, NOON);
    assert.ok(agent !== 'taken');
    const { id } = await ledger.handoffs.request(aHandoff(), aKey(), NOON);
    await ledger.handoffs.change(id, { kind: 'accept', agent: agent.id, over: false }, NOON + 10_000);
    await ledger.handoffs.said(id, { id: aMessage(), by: agent.id, text: 'words', files: 0 }, NOON + 20_000);
    await ledger.handoffs.change(id, { kind: 'return', by: agent.id, result: 'solved', over: false }, NOON + 60_000);
  });
  afterEach(async () => {
    await running.server.close(500);
    await ledger.close();
  });
  const get = (path: string) => call(running.base + path, 'GET', { token: KEY });

  it('counts what began between two days in the operator’s zone', async () => {
    const { status, json, text } = await get('/api/statistics?from=2026-11-23&to=2026-11-24');
    assert.equal(status, 200, text);
    assert.deepEqual([json.from, json.to], ['2026-11-22T16:00:00.000Z', '2026-11-24T16:00:00.000Z']);
    assert.deepEqual(json.intake.byKind, { complaint: 2, appointment: 1 });
    assert.deepEqual(json.intake.byChannel, { web: 2, wechat: 1 });
    assert.deepEqual(json.intake.byDay, [
      { date: '2026-11-23', requests: 2, handoffs: 1 },
      { date: '2026-11-24', requests: 1, handoffs: 0 },
    ]);
    assert.deepEqual(json.intake.byHour[12], { hour: 12, requests: 2, handoffs: 1 });
    assert.deepEqual(json.times.handoffWait, { count: 1, mean: 10, p50: 10, p90: 10 });
    assert.deepEqual(json.times.firstReply, { count: 1, mean: 20, p50: 20, p90: 20 });
    assert.deepEqual(json.times.handling, { count: 1, mean: 50, p50: 50, p90: 50 });
    assert.deepEqual(json.outcomes.selfService, { count: 3, of: 4, rate: 0.75 });
    assert.equal(json.agents[0].score, 100);
    assert.equal(
      (await get('/api/statistics?from=2026-11-24&to=2026-11-24')).json.intake.byKind.appointment,
      undefined,
    );
  });

  for (const bad of [
    ...['?from=2026-11-25', '?from=x&to=y', '?from=2026-11-24&to=2026-11-22'],
    ...['?from=2026-01-01&to=2027-02-05', '?from=2026-02-30&to=2026-03-01'],
  ]) {
    it(`answers 400 to ${bad}, with an example`, async () => {
      for (const path of ['/api/statistics', '/api/statistics.csv']) {
        const { status, json } = await get(path + bad);
        assert.equal(status, 400, path);
        assert.match(json.error.message, /^(from|to): must be .*\b(from|to)=2026-11/);
      }
    });
  }

  it('means the last 30 days, today whole, where nobody says from when to when', async () => {
    const range = async (query: string) => {
      const { from, to } = (await get(`/api/statistics${query}`)).json;
      return [from, to];
    };
    const [october25, today] = ['2026-10-24T16:00:00.000Z', '2026-11-23T16:00:00.000Z'];
    assert.deepEqual(await range(''), [october25, today]);
    assert.deepEqual(await range('?from=&to='), [october25, today]);
    assert.deepEqual(await range('?from=2026-11-22'), ['2026-11-21T16:00:00.000Z', today]);
    assert.deepEqual(await range('?to=2026-11-22'), ['2026-10-23T16:00:00.000Z', '2026-11-22T16:00:00.000Z']);
    assert.equal((await get('/api/statistics.csv')).status, 200);
  });

  it('reads an offset whose plus came as a blank', async () => {
    const { status, json } = await get('/api/statistics?from=2026-11-23T00:00:00+08:00&to=2026-11-23');
    assert.equal(status, 200);
    assert.equal(json.from, '2026-11-22T16:00:00.000Z');
  });

  it('counts nobody as unsolved who was given back without a result', async () => {
    const agent = (await ledger.staff.list())[0]?.id;
    assert.ok(agent);
    const { id } = await ledger.handoffs.request(aHandoff(), aKey(), NOON);
    await ledger.handoffs.change(id, { kind: 'accept', agent, over: false }, NOON + 1000);
    await ledger.handoffs.change(id, { kind: 'return', by: agent, result: null, over: false }, NOON + 2000);
    const { outcomes, agents } = (await get('/api/statistics')).json;
    assert.deepEqual([agents[0].handoffs, agents[0].parts.resolution], [2, 100]);
    assert.deepEqual(outcomes.firstContactResolution, { count: 1, of: 1, rate: 1 });
  });

  it('takes 400 days, which is bounded', async () => {
    assert.equal((await get('/api/statistics?from=2026-01-01&to=2027-02-04')).status, 200);
  });

  it('gives the same figures as a file that runs no formula', async () => {
    const file = await get('/api/statistics.csv?from=2026-11-23&to=2026-11-24');
    assert.equal(file.status, 200);
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8');
    const lines = file.text.replace(/^\uFEFF/, '').split('\r\n');
    assert.equal(lines[0], 'section,item,measure,value');
    for (const line of [
      'intake,byKind,complaint,2',
      'intake,byDay / date 2026-11-24,requests,1',
      'outcomes,selfService,rate,0.75',
      'times,handoffWait,p90,10',
    ])
      assert.ok(lines.includes(line), line);
    const named = lines.find((line) => line.includes('cmd|calc'));
    assert.match(named ?? '', /,name,'=cmd\|calc$/);
  });
});

describe('a CSV file', () => {
  it('quotes what needs it, and disarms formulas but not numbers', () => {
    const rows = [
      ['a,b', 'say "x"', 'two\nlines', -1.5, true, null],
      ['=1+1', '+1', '-1', '@x', '\tx', ' =1'],
    ];
    assert.equal(csv(rows), `\uFEFF"a,b","say ""x""","two\nlines",-1.5,true,\r\n'=1+1,'+1,'-1,'@x,'\tx,' =1\r\n`);
  });
  it('has a line for each figure, however deep', () => {
    const found = flat({ a: 1, b: { c: { d: 2 } }, e: [{ day: 'x', n: 3, m: { o: null } }] });
    assert.deepEqual(found, [
      ['a', '', 'a', 1],
      ['b', 'c', 'd', 2],
      ['e', 'day x', 'n', 3],
      ['e', 'day x / m', 'o', null],
    ]);
  });
});
