import assert from 'node:assert/strict';
import { type Desk, openDesk, type Person, type Waiting } from './desk.ts';

/** The least that the contract's words allow; what else may be said is left out. */
describe('the smallest calls of the desk', () => {
  let desk: Desk;
  let wang: Person;
  let theirs: Waiting;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    theirs = await desk.waiting();
    await wang.post(`/handoffs/${theirs.handoff.id}/accept`);
  });
  afterEach(() => desk.close());
  const post = (path: string, json?: unknown) => wang.post(`/conversations/${theirs.conversation}${path}`, json);

  describe('return', () => {
    for (const [what, body] of [
      ['no body', undefined],
      ['{}', {}],
      ['no result', { result: null }],
    ] as const) {
      it(`${what}: simply back to the bot, and a repeat is answered as the first`, async () => {
        const first = await post('/return', body);
        assert.equal(first.status, 200, first.text);
        const { kind, how, by, result } = first.json.handoff.owner;
        assert.deepEqual([kind, how, by, result], ['ended', 'returned', wang.staff.id, null]);
        assert.deepEqual(await desk.ledger.handoffs.openOf(theirs.conversation), null);
        assert.deepEqual((await post('/return', body)).json, first.json);
        assert.equal((await desk.audit('return')).length, 1);
        assert.equal((await post('/return', { result: 'solved' })).status, 409, 'another result is no repeat');
      });
    }

    it('keeps a result that was given, also against a repeat without one', async () => {
      await post('/return', { result: 'solved' });
      assert.equal((await post('/return')).json.handoff.owner.result, 'solved');
    });

    it('refuses a result that is none, and names those that are', async () => {
      const { status, json } = await post('/return', { result: 'done' });
      assert.equal(status, 400);
      assert.match(json.error.message, /^result: .*solved.*unsolved.*follow-up/);
    });
  });

  it('a note needs words only; with an id, the same twice is one', async () => {
    const first = await post('/notes', { text: '客户下午在家' });
    assert.equal(first.status, 200, first.text);
    assert.match(first.json.id, /^[\w-]{36}$/);
    await post('/notes', { text: '客户下午在家' });
    await post('/notes', { id: '2026-11-21T10:00:00.000Z', text: '一次' });
    await post('/notes', { id: '2026-11-21T10:00:00.000Z', text: '一次' });
    const notes = (await desk.ledger.notes.of(theirs.conversation)).map(({ text }) => text).toSorted();
    assert.deepEqual(notes, ['一次', '客户下午在家', '客户下午在家']);
    assert.match((await post('/notes')).json.error.message, /^text: /);
  });

  it('a transfer needs an agent or a team only', async () => {
    const chen = await desk.person('agent', '陈静');
    for (const body of [undefined, {}, { agent: chen.staff.id, team: 'billing' }, { to: chen.staff.id }]) {
      const { status, json } = await post('/transfer', body);
      assert.equal(status, 400);
      assert.match(json.error.message, /either agent.*or team/);
    }
    const { status, json } = await post('/transfer', { agent: chen.staff.id });
    assert.deepEqual([status, json.handoff.wanted], [200, { agent: chen.staff.id }]);
    await chen.post(`/handoffs/${theirs.handoff.id}/accept`);
    const team = await chen.post(`/conversations/${theirs.conversation}/transfer`, { team: 'billing' });
    assert.deepEqual([team.status, team.json.handoff.wanted], [200, { team: 'billing' }]);
  });

  it('a message needs its id and words only', async () => {
    assert.equal((await post('/messages', { id: '6f1c0d6e-3f0b-4f57-9a53-2d8b3d1f5f0a', text: '您好' })).status, 200);
    assert.match((await post('/messages', { text: '您好' })).json.error.message, /^id: /);
  });

  for (const [kind, key] of [
    ['complaint', 'story'],
    ['fault', 'symptom'],
    ['fault', 'story'],
    ['application', 'what'],
    ['feedback', 'what'],
    ['callback', 'words'],
    ['privacy', 'words'],
    ['security', 'what'],
    ['security', 'story'],
  ] as const) {
    it(`a case of kind ${kind} needs ${key} only`, async () => {
      const filed = await post('/cases', { kind, answers: { [key]: '昨晚起一直断线' } });
      assert.equal(filed.status, 201, filed.text);
      const [known] = await desk.ledger.cases.ofCustomer(theirs.customer, 'open');
      assert.deepEqual([known?.kind, known?.answers[key]], [kind, '昨晚起一直断线']);
      const other = await post('/cases', { kind, answers: { [key]: ' ' } });
      assert.equal(other.status, 400);
      assert.match(other.json.error.message, /^answers\.\w+: say what it is about/);
    });
  }

  it('what an agent says of a fault stands where the bot’s own faults have it', async () => {
    const { json } = await post('/cases', { kind: 'fault', answers: { symptom: '上不了网' } });
    assert.equal(json.answers.symptom, '上不了网');
    const wrong = await post('/cases', { kind: 'fault', answers: {} });
    assert.match(wrong.json.error.message, /^answers\.symptom: /);
  });

  it('the list of conversations needs nothing; the team’s needs a supervisor', async () => {
    assert.deepEqual((await wang.get('/conversations')).json, { handoffs: [] });
    const { status, json } = await wang.get('/conversations?which=mine');
    assert.equal(status, 400);
    assert.match(json.error.message, /^which: must be one of closed, team, such as which=closed\./);
    assert.match((await wang.get('/slots')).json.error.message, /^kind: is missing: .*kind=\w+; place: is missing: /);
  });
});
