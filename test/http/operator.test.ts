import assert from 'node:assert/strict';
import { z } from 'zod';
import { openApi, registerOpenApi } from '../../adapters/http/openapi.ts';
import type { Books } from '../../adapters/ledger/index.ts';
import { maskAnswers, maskPhone } from '../../adapters/operator/masking.ts';
import { OPERATOR_SECURITY, registerOperator } from '../../adapters/operator/register.ts';
import { caseView } from '../../adapters/operator/schemas.ts';
import type { Booking } from '../../domain/appointments/booking.ts';
import type { Case, CaseAnswers } from '../../domain/cases/case.ts';
import { maskName } from '../../domain/customers/masked.ts';
import type { HearingContext } from '../../nlu/heard.ts';
import { call } from '../channels/directline/line.ts';
import { aComplaint, aKey, aVisit, HOUR, manual, NOON, openAt } from '../contracts/ledgerFixtures.ts';
import { type Running, run } from './call.ts';

const KEY = 'operator-key';

describe('the operator API', () => {
  let ledger: Books;
  let running: Running;
  let now: number;
  let complaint: Case;
  let visit: Booking;
  beforeEach(async () => {
    ledger = await openAt({ file: ':memory:' });
    now = NOON;
    running = await run((server) => {
      const deps = { ledger, manual, zone: 'Asia/Shanghai', apiKey: KEY, now: () => now };
      const operations = registerOperator(server, deps);
      registerOpenApi(server, openApi(operations, OPERATOR_SECURITY));
    });
    const source = { channel: 'web', account: '', sourceId: 'u1' };
    const customer = await ledger.customers.ofSource(source, NOON);
    await ledger.customers.saveContact(customer, { name: '王小明', phone: '+8613800138000' }, aKey(), NOON);
    const answers = { story: '请打 13912345678 找我', refund: true };
    complaint = await ledger.cases.register(aComplaint({ customer, answers }), aKey(), NOON);
    const booked = await ledger.bookings.book(aVisit({ customer }), aKey(), NOON);
    assert.equal(booked.kind, 'booked');
    if (booked.kind === 'booked') visit = booked.booking;
  });
  afterEach(async () => {
    await running.server.close(500);
    await ledger.close();
  });

  const ask = (method: string, path: string, json?: unknown, headers: Record<string, string> = {}) =>
    call(running.base + path, method, { token: KEY, headers, ...(json === undefined ? {} : { json }) });
  const stage = (json: unknown, headers: Record<string, string> = {}, number: string = complaint.number) =>
    ask('POST', `/api/cases/${number}/stage`, json, headers);

  /** What customers are to hear of now. */
  const told = async () =>
    (await ledger.timers.claimDue(now, 0, 100))
      .filter(({ kind }) => kind === 'case.stage')
      .map(({ conversation, subject, detail }) => [conversation, subject, detail]);

  it('opens to its key alone', async () => {
    const paths = [
      ['GET', `/api/cases/${complaint.number}`],
      ['GET', '/api/cases'],
      ['POST', `/api/cases/${complaint.number}/stage`],
      ['POST', `/api/cases/${complaint.number}/pause`],
      ['POST', `/api/cases/${complaint.number}/resume`],
      ['GET', '/api/appointments'],
      ['POST', `/api/appointments/${visit.number}/outcome`],
      ['POST', '/api/outages'],
      ['PATCH', '/api/outages/x'],
      ['GET', '/api/webhooks'],
      ['POST', '/api/webhooks'],
      ['DELETE', '/api/webhooks/x'],
      ['GET', '/api/statistics'],
      ['GET', '/api/statistics.csv'],
    ] as const;
    for (const [method, path] of paths) {
      for (const token of [undefined, 'wrong', `${KEY}x`, KEY.slice(1)]) {
        const answer = await call(running.base + path, method, token === undefined ? {} : { token });
        assert.equal(answer.status, 401, `${method} ${path} with ${token}`);
      }
    }
  });

  it('shows a case: masked, with the state of its clocks', async () => {
    now = NOON + 90 * HOUR;
    const { status, json, text } = await ask('GET', `/api/cases/${complaint.number}`);
    assert.equal(status, 200);
    assert.equal(json.customer, '138****8000');
    assert.equal(json.answers.story, '请打 [phone] 找我');
    assert.equal(json.kind, 'complaint');
    assert.equal(json.owner, 'complaints-desk');
    assert.deepEqual(
      json.clocks.map((clock: { name: string; state: string }) => [clock.name, clock.state]),
      [
        ['complaint-registered', 'met'],
        ['complaint-classified', 'breached'],
        ['complaint-resolved', 'warning'],
      ],
    );
    assert.equal(json.clocks[1].limit, '2026-11-25T04:00:00.000Z');
    assert.equal(json.history[0].what, 'registered');
    assert.doesNotMatch(text, /13800138000|13912345678|王小明/);
    caseView.parse(json);
  });

  it('counts the clock of a reopened case from its reopening', async () => {
    now = NOON + 90 * HOUR;
    for (const to of ['classified', 'investigating', 'resolved', 'reopened']) await stage({ stage: to, by: 'crm' });
    const state = async (at: number) => {
      now = at;
      const { clocks } = (await ask('GET', `/api/cases/${complaint.number}`)).json;
      return clocks.find(({ name }: { name: string }) => name === 'complaint-resolved');
    };
    const began = now;
    const limit = Date.parse((await state(now)).limit);
    const warning = Math.ceil(began + (limit - began) * 0.8);
    assert.equal((await state(warning - 1)).state, 'running');
    assert.equal((await state(warning)).state, 'warning');
    assert.equal((await state(limit)).state, 'breached');
  });

  it('knows a number however it is written, and no other', async () => {
    assert.equal((await ask('GET', `/api/cases/${complaint.number.toLowerCase()}`)).status, 200);
    for (const number of ['TS20261121-7KQ4M-X', 'x', '..%2f', visit.number, '%00', '%E0%A4%A']) {
      assert.equal((await ask('GET', `/api/cases/${number}`)).status, 404, number);
    }
  });

  it('lists cases newest first, by page and by filter', async () => {
    for (const [index, category] of ['other', 'other', 'billing-plan'].entries()) {
      await ledger.cases.register(aComplaint({ customer: complaint.customer, category }), aKey(), NOON + index + 1);
    }
    const first = (await ask('GET', '/api/cases?limit=3')).json;
    assert.equal(first.cases.length, 3);
    const second = (await ask('GET', `/api/cases?limit=3&after=${first.next}`)).json;
    assert.deepEqual([second.cases.length, second.cases[0].number, second.next], [1, complaint.number, null]);
    assert.equal((await ask('GET', '/api/cases?category=other')).json.cases.length, 2);
    assert.equal((await ask('GET', '/api/cases?stage=closed')).json.cases.length, 0);
    assert.equal((await ask('GET', '/api/cases?overdue=true')).json.cases.length, 0);
    now = NOON + 49 * HOUR;
    assert.equal((await ask('GET', '/api/cases?overdue=true')).json.cases.length, 4);
    assert.equal((await ask('GET', '/api/cases?overdue=false')).json.cases.length, 4);
  });

  for (const query of ['stage=nope', 'limit=0', 'limit=201', 'limit=x', 'after=rubbish', 'overdue=perhaps', 'kind=x']) {
    it(`answers 400 to ?${query}`, async () => {
      const answer = await ask('GET', `/api/cases?${query}`);
      assert.equal(answer.status, 400, answer.text);
      assert.ok(answer.json.error.message.startsWith(query.split('=')[0]), answer.json.error.message);
    });
  }

  it('moves a case and lets the customer hear of it', async () => {
    const moved = await stage({ stage: 'classified', by: 'crm', note: '已分类' });
    assert.equal(moved.status, 200, moved.text);
    assert.equal(moved.json.stage, 'classified');
    assert.equal(moved.json.history.at(-1).by, 'crm');
    assert.deepEqual(await told(), [[complaint.conversation, complaint.number, 'classified']]);
  });

  it('refuses a move the manual does not know with 409 and what is possible', async () => {
    const refused = await stage({ stage: 'closed', by: 'crm' });
    assert.equal(refused.status, 409);
    assert.match(refused.json.error.message, /registered.*classified/);
    assert.deepEqual(await told(), []);
    assert.equal((await stage({ stage: 'classified', by: 'crm' }, {}, 'TS20261121-7KQ4M-X')).status, 404);
  });

  it('does a repeat with the same Idempotency-Key once, and tells it once', async () => {
    const headers = { 'idempotency-key': 'k1' };
    for (let repeat = 0; repeat < 2; repeat += 1) {
      const moved = await stage({ stage: 'classified', by: 'crm' }, headers);
      assert.equal(moved.status, 200, moved.text);
      assert.equal(moved.json.history.filter(({ what }: { what: string }) => what === 'stage').length, 1);
    }
    assert.equal((await told()).length, 1);
    assert.equal((await stage({ stage: 'classified', by: 'crm' }, { 'idempotency-key': 'k2' })).status, 409);
  });

  for (const [what, body] of [
    ['no stage', { by: 'crm' }],
    ['nobody', { stage: 'classified' }],
    ['an endless note', { stage: 'classified', by: 'crm', note: 'x'.repeat(2001) }],
    ['a field of another name', { stage: 'classified', by: 'crm', admin: true }],
    ['a list', []],
  ] as const) {
    it(`refuses a move with ${what}`, async () => {
      assert.equal((await stage(body)).status, 400);
    });
  }

  it('lists appointments between instants or whole days, masked', async () => {
    const day = await ask('GET', '/api/appointments?from=2026-11-24&to=2026-11-24');
    assert.equal(day.json.appointments.length, 1, day.text);
    const [appointment] = day.json.appointments;
    assert.equal(appointment.number, visit.number);
    assert.deepEqual(appointment.contact, {
      name: '王**',
      phone: '138****8000',
      address: '深圳市南山区科苑南路 1 号',
    });
    assert.equal((await ask('GET', '/api/appointments?from=2026-11-25&to=2026-11-26')).json.appointments.length, 0);
    const exact = `from=${encodeURIComponent('2026-11-24T12:00:00+08:00')}&to=2026-11-24T04:00:01Z`;
    assert.equal((await ask('GET', `/api/appointments?${exact}`)).json.appointments.length, 1);
    for (const bad of [
      '?from=x&to=y',
      '?from=2026-11-25&to=2026-11-23',
      '?from=2026-02-30&to=2026-03-01',
      '?from=2020-01-01&to=2030-01-01',
    ]) {
      assert.equal((await ask('GET', `/api/appointments${bad}`)).status, 400, bad);
    }
  });

  it('lists the next 14 days’ appointments where nobody says from when to when', async () => {
    const count = async (query: string) => (await ask('GET', `/api/appointments${query}`)).json.appointments.length;
    // NOON is the 23rd in Shanghai, the visit on the 24th
    assert.equal(await count(''), 1);
    now = NOON - 13 * 24 * HOUR;
    assert.equal(await count(''), 0, '14 days are up to the 23rd');
    now = NOON - 12 * 24 * HOUR;
    assert.equal(await count(''), 1);
    assert.equal(await count('?to=2026-11-23'), 0);
    now = NOON + 24 * HOUR;
    assert.equal(await count(''), 1, 'today counts whole');
    now = NOON + 48 * HOUR;
    assert.equal(await count(''), 0);
    assert.equal(await count('?from=2026-11-24'), 1);
    assert.equal(await count('?to=2026-11-24'), 1, 'of the past, the days before');
    assert.equal(await count('?from=2026-11-10'), 0, '14 days from there');
  });

  it('takes the outcome of a visit once', async () => {
    const path = `/api/appointments/${visit.number}/outcome`;
    assert.equal((await ask('POST', path, { outcome: 'maybe' })).status, 400);
    now = visit.slot.start - 1;
    const early = await ask('POST', path, { outcome: 'done' });
    assert.deepEqual([early.status, early.json.error.code], [409, 'TooEarly']);
    assert.ok(early.json.error.message.includes(new Date(visit.slot.start).toISOString()), early.text);
    now = visit.slot.start;
    const done = await ask('POST', path, { outcome: 'done', by: 'tech-1' });
    assert.equal(done.json.settledBy, 'tech-1');
    assert.equal(done.status, 200, done.text);
    assert.equal(done.json.state, 'done');
    assert.equal((await ask('POST', path, { outcome: 'missed' })).status, 409);
    assert.equal((await ask('POST', '/api/appointments/YY20261121-7KQ4M-X/outcome', { outcome: 'done' })).status, 404);
  });

  it('opens an outage, changes it, ends it', async () => {
    const area = manual.areas[0]?.id ?? '';
    const opened = await ask('POST', '/api/outages', { area, expectedRepair: '2026-11-23T18:00:00+08:00' });
    assert.equal(opened.status, 201, opened.text);
    assert.deepEqual(
      [opened.json.service, opened.json.expectedRepair, opened.json.endedAt],
      [null, '2026-11-23T10:00:00.000Z', null],
    );
    assert.equal((await ledger.outages.active(area, null))?.id, opened.json.id);
    const path = `/api/outages/${opened.json.id}`;
    assert.equal((await ask('PATCH', path, { expectedRepair: null })).json.expectedRepair, null);
    assert.equal((await ask('PATCH', path, { endedAt: '2026-11-23T09:00:00Z' })).status, 200);
    assert.equal(await ledger.outages.active(area, null), null);
    for (const [body, status] of [
      [{}, 400],
      [{ endedAt: 'now' }, 400],
      [{ area }, 400],
    ] as const) {
      assert.equal((await ask('PATCH', path, body)).status, status);
    }
    assert.equal((await ask('PATCH', '/api/outages/none', { expectedRepair: null })).status, 404);
    for (const bad of [{}, { area: 'atlantis' }, { area, service: 'telegraph' }, { area, since: 'x' }]) {
      assert.equal((await ask('POST', '/api/outages', bad)).status, 400);
    }
  });

  it('describes itself as OpenAPI 3.1, from the schemas that check', async () => {
    const { status, json } = await call(`${running.base}/openapi.json`, 'GET', {});
    assert.equal(status, 200);
    assert.equal(json.openapi, '3.1.0');
    assert.deepEqual(Object.keys(json.paths).sort(), [
      '/api/appointments',
      '/api/appointments/{number}/outcome',
      '/api/cases',
      '/api/cases/{number}',
      '/api/cases/{number}/incident',
      '/api/cases/{number}/pause',
      '/api/cases/{number}/resume',
      '/api/cases/{number}/stage',
      '/api/outages',
      '/api/outages/{id}',
      '/api/statistics',
      '/api/statistics.csv',
      '/api/webhooks',
      '/api/webhooks/{id}',
    ]);
    const move = json.paths['/api/cases/{number}/stage'].post;
    assert.deepEqual(move.security, [{ operatorKey: [] }]);
    assert.deepEqual(Object.keys(move.responses), ['200', '400', '401', '404', '409']);
    assert.deepEqual(move.requestBody.content['application/json'].schema.required, ['stage', 'by']);
    assert.equal(move.requestBody.content['application/json'].schema.additionalProperties, false);
    const answer = json.paths['/api/cases/{number}'].get.responses['200'].content['application/json'].schema;
    assert.deepEqual(Object.keys(answer.properties), Object.keys(caseView.shape));
    const parameters = json.paths['/api/appointments'].get.parameters;
    assert.deepEqual(
      parameters.map((each: { name: string; in: string; required: boolean }) => [each.name, each.in, each.required]),
      [
        ['from', 'query', false],
        ['to', 'query', false],
      ],
    );
    // It can be read back, so that a client can be made from it.
    assert.ok(z.fromJSONSchema(answer).safeParse((await ask('GET', `/api/cases/${complaint.number}`)).json).success);
  });
});

describe('masking', () => {
  for (const [given, masked] of [
    ['+8613800131234', '138****1234'],
    ['13800131234', '138****1234'],
    ['+85298765432', '987****5432'],
    ['+85366123456', '661****3456'],
    ['+886912345678', '091****5678'],
    ['+447911123456', '447****3456'],
    ['12345', '****'],
  ] as const) {
    it(`${given} → ${masked}`, () => assert.equal(maskPhone(given), masked));
  }
  it('names and texts', () => {
    assert.equal(maskName('欧阳小明'), '欧***');
    assert.equal(maskName(''), '');
    assert.equal(maskName('Chan Tai Man'), 'C******');
  });

  describe('the answers of a case', () => {
    const context: HearingContext = { language: 'zh-Hant', now: NOON, timeZone: 'Asia/Hong_Kong' };
    const masked = (answers: CaseAnswers) => maskAnswers(answers, context);

    it('by their key, for every country', () => {
      assert.deepEqual(masked({ name: '陳大文', phone: '+85298765432' }), { name: '陳**', phone: '987****5432' });
      assert.deepEqual(masked({ name: 'Wang Fang', phone: '+886912345678' }), {
        name: 'W******',
        phone: '091****5678',
      });
      assert.deepEqual(masked({ name: null, phone: null }), { name: null, phone: null });
    });

    it('leaves what tells nothing of a person', () => {
      const answers = { service: 'fixed-broadband', refund: true, sinceAt: NOON, before: null, since: '昨晚8:00' };
      assert.deepEqual(masked(answers), answers);
      assert.equal(masked({ story: '多扣了30元，一直沒退' }).story, '多扣了30元，一直沒退');
      assert.equal(masked({ place: '中環皇后大道中1號' }).place, '中環皇后大道中1號');
    });

    it('in the midst of words, also long ones and lists', () => {
      const story = '我叫王小明，電話 9876 5432，或者打 0912-345-678。';
      const secrets = /王小明|9876|5432|0912|345-678/;
      assert.match(story, secrets);
      for (const answers of [
        { story },
        { what: '一直斷網，很煩。'.repeat(60) + story },
        { words: [story, story] },
        { place: `中環皇后大道中1號，${story}` },
      ])
        assert.doesNotMatch(JSON.stringify(masked(answers)), secrets);
      const english = 'It is down again and again. '.repeat(30).trim();
      assert.equal(masked({ story: english }).story, english);
      assert.match(String(masked({ what: '一直斷網，很煩。'.repeat(60) }).what), /^(一直斷網，很煩。){60}$/);
    });

    it('in what another form had gathered, also when it was cut off', () => {
      const gathered = JSON.stringify({
        form: 'fault',
        answers: { name: '王小明', contact: { phone: '+85298765432', name: '王小明' }, symptom: '斷網' },
      });
      const shown = String(masked({ gathered }).gathered);
      assert.doesNotMatch(shown, /王小明|98765432/);
      assert.deepEqual(JSON.parse(shown).answers, {
        name: '王**',
        contact: { phone: '987****5432', name: '王**' },
        symptom: '斷網',
      });
      assert.equal(masked({ gathered: gathered.slice(0, 60) }).gathered, '[…]');
    });
  });
});
