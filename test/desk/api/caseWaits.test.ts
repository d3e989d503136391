import assert from 'node:assert/strict';
import { openClocks } from '../../../domain/manual/clocks.ts';
import { aComplaint, aKey, manual } from '../../contracts/ledgerFixtures.ts';
import { type Desk, openDesk, type Person, type Waiting } from './desk.ts';

describe('faults at the desk', () => {
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
    const timed = { kind: 'fault', category: 'equipment', severity: null, level: 'normal' } as const;
    const { customer, conversation } = theirs;
    const draft = aComplaint({ ...timed, customer, conversation, clocks: openClocks(manual, timed, desk.now) });
    number = (await desk.ledger.cases.register(draft, aKey(), desk.now)).number;
  });
  afterEach(() => desk.close());

  const states = (json: { clocks: { name: string; state: string }[] }) =>
    Object.fromEntries(json.clocks.map(({ name, state }) => [name, state]));

  it('wait for the customer when asked to, for who has them alone, and go on', async () => {
    const ask = { id: 'p1', question: '门牌号是多少？' };
    assert.equal((await chen.post(`/cases/${number}/pause`, ask)).status, 404);
    assert.equal((await wang.post(`/cases/${number}/pause`, { id: 'p0', question: ' ' })).status, 400);
    const paused = await wang.post(`/cases/${number}/pause`, ask);
    assert.equal(paused.status, 200, paused.text);
    assert.equal(states(paused.json)['fault-restored'], 'paused');
    assert.deepEqual([paused.json.waiting.by, paused.json.waiting.question], [wang.staff.id, ask.question]);
    assert.equal((await wang.post(`/cases/${number}/pause`, ask)).status, 200, 'the same id is the same');
    assert.equal((await wang.post(`/cases/${number}/pause`, { ...ask, id: 'p2' })).status, 409);
    const asked = (await desk.ledger.timers.claimDue(desk.now, 1, 100)).filter(({ kind }) => kind === 'case.asked');
    assert.deepEqual(
      asked.map(({ subject, conversation }) => [subject, conversation]),
      [[number, theirs.conversation]],
    );
    assert.equal((await chen.post(`/cases/${number}/resume`, { id: 'r0' })).status, 404);
    const resumed = await wang.post(`/cases/${number}/resume`, { id: 'r1' });
    assert.equal(resumed.status, 200, resumed.text);
    assert.equal(states(resumed.json)['fault-restored'], 'running');
    assert.equal((await wang.post(`/cases/${number}/resume`, { id: 'r2' })).status, 409);
  });

  it('are closed by somebody other than who resolved them, with what each wrote', async () => {
    const move = (who: Person, stage: string, note?: string) =>
      who.post(`/cases/${number}/stage`, { id: `${who.staff.id}-${stage}`, stage, ...(note ? { note } : {}) });
    await move(wang, 'classified');
    await move(wang, 'investigating', '光猫坏了');
    await move(wang, 'resolved', '已换光猫，联系 13912345678');
    const own = await move(wang, 'closed');
    assert.deepEqual([own.status, own.json.error.code], [409, 'SameHand']);
    const closed = await move(head, 'closed', '回访正常');
    assert.equal(closed.status, 200, closed.text);
    assert.deepEqual([closed.json.resolvedBy, closed.json.confirmedBy], [wang.staff.id, head.staff.id]);
    assert.deepEqual(
      closed.json.history.map(({ note }: { note: string | null }) => note),
      [null, null, '光猫坏了', '已换光猫，联系 [phone]', '回访正常'],
    );
  });
});
