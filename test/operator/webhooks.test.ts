import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import { registerOperator } from '../../adapters/operator/register.ts';
import { MOST_WEBHOOKS } from '../../adapters/webhooks/store.ts';
import { call } from '../channels/directline/line.ts';
import { aComplaint, aKey, manual, NOON, openAt } from '../contracts/ledgerFixtures.ts';
import { type Running, run } from '../http/call.ts';

const KEY = 'operator-key';
const SECRET = 'a-secret-of-the-receiver';

describe('the operator API: webhooks', () => {
  let ledger: Books;
  let running: Running;
  beforeEach(async () => {
    ledger = await openAt({ file: ':memory:' });
    running = await run((server) => {
      registerOperator(server, { ledger, manual, zone: 'Asia/Shanghai', apiKey: KEY, now: () => NOON });
    });
  });
  afterEach(async () => {
    await running.server.close(500);
    await ledger.close();
  });

  const ask = (method: string, path: string, json?: unknown, headers: Record<string, string> = {}) =>
    call(running.base + path, method, { token: KEY, headers, ...(json === undefined ? {} : { json }) });
  const hook = { url: 'https://crm.example.com/hook', events: ['case.*', 'outage.ended', 'case.*'], secret: SECRET };

  it('adds, lists and removes them, and never shows a secret', async () => {
    const made = await ask('POST', '/api/webhooks', hook);
    assert.equal(made.status, 201, made.text);
    const { id } = made.json;
    const shown = {
      ...{ id, url: hook.url, events: ['case.*', 'outage.ended'], transcript: 'masked' },
      ...{ madeAt: '2026-11-23T04:00:00.000Z', waiting: 0, dead: 0, lastFailure: null },
    };
    assert.deepEqual(made.json, shown);
    await ledger.cases.register(aComplaint(), aKey(), NOON);
    const listed = await ask('GET', '/api/webhooks');
    assert.deepEqual(listed.json, { webhooks: [{ ...shown, waiting: 1 }] });
    assert.doesNotMatch(made.text + listed.text + running.logged.join('\n'), new RegExp(SECRET));
    assert.equal((await ask('DELETE', `/api/webhooks/${id}`)).status, 200);
    assert.equal((await ask('DELETE', `/api/webhooks/${id}`)).status, 404);
    assert.deepEqual((await ask('GET', '/api/webhooks')).json, { webhooks: [] });
  });

  it('shows what was given up and how the last attempt ended', async () => {
    const { id } = (await ask('POST', '/api/webhooks', { ...hook, transcript: 'plain' })).json;
    await ledger.cases.register(aComplaint(), aKey(), NOON);
    const [claimed] = await ledger.webhooks.claim(id, NOON, 1000, 1);
    assert.ok(claimed);
    await ledger.webhooks.settle(claimed, { kind: 'dead', outcome: '503' }, NOON + 1);
    const [shown] = (await ask('GET', '/api/webhooks')).json.webhooks;
    const { waiting, dead, lastFailure, transcript } = shown;
    assert.deepEqual([waiting, dead, transcript], [0, 1, 'plain']);
    assert.deepEqual(lastFailure, { at: '2026-11-23T04:00:00.001Z', outcome: '503' });
  });

  it('adds one for an Idempotency-Key, and so many at most', async () => {
    const headers = { 'idempotency-key': 'k1' };
    const [one, two] = [
      await ask('POST', '/api/webhooks', hook, headers),
      await ask('POST', '/api/webhooks', hook, headers),
    ];
    assert.equal(one.json.id, two.json.id);
    for (let i = 1; i < MOST_WEBHOOKS; i++) assert.equal((await ask('POST', '/api/webhooks', hook)).status, 201);
    const refused = await ask('POST', '/api/webhooks', hook);
    assert.deepEqual([refused.status, refused.json.error.code], [409, 'TooMany']);
  });

  for (const [what, body] of [
    ['no url', { events: ['case.*'], secret: SECRET }],
    ['a file', { ...hook, url: 'file:///etc/passwd' }],
    ['a password in the url', { ...hook, url: 'https://me:secret@crm.example.com/' }],
    ['the metadata service', { ...hook, url: 'http://169.254.169.254/latest/meta-data' }],
    ['an endless url', { ...hook, url: `https://crm.example.com/${'x'.repeat(2000)}` }],
    ['no events', { ...hook, events: [] }],
    ['an unknown event', { ...hook, events: ['case.exploded'] }],
    ['everything', { ...hook, events: ['*'] }],
    ['a short secret', { ...hook, secret: 'short' }],
    ['another transcript', { ...hook, transcript: 'loud' }],
    ['a field of another name', { ...hook, admin: true }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const refused = await ask('POST', '/api/webhooks', body);
      assert.equal(refused.status, 400, refused.text);
      assert.deepEqual((await ask('GET', '/api/webhooks')).json.webhooks, []);
    });
  }
});
