import assert from 'node:assert/strict';
import { aComplaint, aKey } from '../../contracts/ledgerFixtures.ts';
import { CANARY, type Desk, openDesk, type Person, type Waiting } from './desk.ts';

describe('security incidents at the desk', () => {
  let desk: Desk;
  let wang: Person;
  let chen: Person;
  let head: Person;
  let theirs: Waiting;
  let number: string;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    chen = await desk.person('agent', '陈静');
    head = await desk.person('supervisor', '李主管');
    theirs = await desk.waiting();
    await wang.post(`/handoffs/${theirs.handoff.id}/accept`);
    const { customer, conversation } = theirs;
    const about = { kind: 'security', category: null, severity: null, answers: {}, clocks: [] } as const;
    const draft = aComplaint({ ...about, customer, conversation });
    number = (await desk.ledger.cases.register(draft, aKey(), desk.now)).number;
  });
  afterEach(() => desk.close());

  const record = (who: Person, step: string, more: object = {}) =>
    who.post(`/cases/${number}/incident`, { id: step, step, text: `${step}，电话${CANARY.digits}`, ...more });
  const move = (who: Person, stage: string) =>
    who.post(`/cases/${number}/stage`, { id: `${stage}-${who.staff.id}`, stage });

  it('are recorded by who has the customer alone, once for an id, and read by them', async () => {
    assert.equal((await record(chen, 'graded', { grade: 'general' })).status, 404);
    assert.equal((await record(wang, 'graded')).status, 400);
    assert.equal((await record(wang, 'graded', { grade: 'general', by: 'somebody' })).status, 400);
    const graded = await record(wang, 'graded', { grade: 'larger' });
    assert.equal(graded.status, 200, graded.text);
    await record(wang, 'graded', { grade: 'larger' });
    const { json, text } = await wang.get(`/conversations/${theirs.conversation}`);
    const shown = json.cases.find((each: { number: string }) => each.number === number).incident;
    assert.deepEqual([shown.grade, shown.steps.length, shown.steps[0].by], ['larger', 1, wang.staff.id]);
    assert.ok(!text.includes(`graded，电话${CANARY.digits}`));
    assert.ok(desk.signals.some(({ kind }) => kind === 'desk'));
  });

  it('go through all steps, the review by another, before they are closed', async () => {
    await move(wang, 'classified');
    await move(wang, 'investigating');
    await record(wang, 'graded', { grade: 'general' });
    for (const step of ['investigated', 'contained', 'restored', 'told'])
      assert.equal((await record(wang, step)).status, 200, step);
    assert.equal((await move(wang, 'resolved')).status, 200);
    const early = await move(head, 'closed');
    assert.deepEqual([early.status, early.json.error.code], [409, 'StepMissing']);
    assert.equal((await move(head, 'closed')).status, 409, 'a repeat is answered as it was');
    const own = await record(wang, 'reviewed');
    assert.deepEqual([own.status, own.json.error.code], [409, 'SameHand']);
    assert.equal((await record(head, 'reviewed')).status, 200);
    const closed = await head.post(`/cases/${number}/stage`, { id: 'again', stage: 'closed' });
    assert.equal(closed.status, 200, closed.text);
    assert.deepEqual(
      closed.json.incident.steps.map(({ step }: { step: string }) => step),
      ['graded', 'investigated', 'contained', 'restored', 'told', 'reviewed'],
    );
  });

  it('call the duty when they are grave', async () => {
    await record(wang, 'graded', { grade: 'gravest' });
    const { json } = await chen.get('/alerts');
    const called = json.alerts.filter(({ kind }: { kind: string }) => kind === 'grave-incident');
    assert.deepEqual(
      called.map((each: { case: string }) => each.case),
      [number],
    );
  });
});
