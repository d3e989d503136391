import assert from 'node:assert/strict';
import { DESK_SECURITY } from '../../../adapters/desk/auth/deskOperation.ts';
import { openApi } from '../../../adapters/http/openapi.ts';
import { call } from '../../channels/directline/line.ts';
import { type Desk, openDesk, type Person, showsNobody, theySay } from './desk.ts';

describe('the desk’s queue', () => {
  let desk: Desk;
  let wang: Person;
  let chen: Person;
  let head: Person;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    chen = await desk.person('agent', '陈静');
    head = await desk.person('supervisor', '李主管');
  });
  afterEach(() => desk.close());

  const row = (answer: { json: ReturnType<typeof JSON.parse> }) => answer.json.handoff;

  it('opens to staff alone', async () => {
    const { handoff, conversation } = await desk.waiting();
    const paths = [
      ['GET', '/queue'],
      ['GET', '/catalogue'],
      ['GET', '/agents'],
      ['GET', '/board'],
      ['GET', `/conversations/${conversation}`],
      ['POST', `/handoffs/${handoff.id}/accept`],
      ['POST', `/conversations/${conversation}/messages`],
      ['POST', `/conversations/${conversation}/files`],
    ] as const;
    for (const [method, path] of paths) {
      const answer = await call(`${desk.running.base}/desk/api${path}`, method, {});
      assert.equal(answer.status, 401, `${method} ${path}`);
    }
  });

  it('shows who waits in the order of service, masked, and what is mine', async () => {
    const first = await desk.waiting();
    desk.now += 60_000;
    const urgent = await desk.waiting({ severity: 'major' });
    desk.now += 30_000;
    const { status, json, text } = await wang.get('/queue');
    assert.equal(status, 200);
    assert.deepEqual(
      json.waiting.map((each: { handoff: string; position: number }) => [each.handoff, each.position]),
      [
        [urgent.handoff.id, 1],
        [first.handoff.id, 2],
      ],
    );
    assert.equal(json.waiting[1].waitingSeconds, 90);
    assert.equal(json.waiting[1].customer, '欧***');
    assert.match(json.waiting[1].preview, /我要投诉/);
    assert.ok(showsNobody(text), text);
    assert.deepEqual(json.mine, []);

    await wang.post(`/handoffs/${first.handoff.id}/accept`);
    const mine = (await wang.get('/queue')).json;
    assert.deepEqual(
      mine.mine.map((each: { handoff: string }) => each.handoff),
      [first.handoff.id],
    );
    assert.equal(mine.waiting.length, 1);
    assert.ok(mine.after > json.after);
    await desk.says(first.conversation, theySay('还在吗'.repeat(60)));
    const { preview } = (await wang.get('/queue')).json.mine[0];
    assert.equal(preview, `${'还在吗'.repeat(40).slice(0, 119)}…`);
  });

  it('gives a customer to one of twenty who try at once', async () => {
    const { handoff } = await desk.waiting();
    const agents = await Promise.all(Array.from({ length: 20 }, (_, index) => desk.person('agent', `坐席${index}`)));
    const answers = await Promise.all(agents.map((agent) => agent.post(`/handoffs/${handoff.id}/accept`)));
    const taken = answers.flatMap((answer, index) => (answer.status === 200 ? [index] : []));
    assert.equal(taken.length, 1);
    const winner = agents[taken[0] ?? -1];
    assert.ok(winner);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      assert.equal(answer.status, 409);
      assert.equal(answer.json.error.code, 'Taken');
      assert.match(answer.json.error.message, new RegExp(winner.staff.name));
    }
    assert.equal((await desk.audit('accept')).length, 1);
    assert.equal(desk.changed.length, 1);
  });

  it('answers a repeated acceptance as the first one', async () => {
    const { handoff } = await desk.waiting();
    const once = await wang.post(`/handoffs/${handoff.id}/accept`);
    const twice = await wang.post(`/handoffs/${handoff.id}/accept`);
    assert.equal(once.status, 200);
    assert.equal(twice.status, 200);
    assert.equal(row(twice).epoch, row(once).epoch);
    assert.deepEqual(row(once).owner.agent, wang.staff.id);
    assert.equal((await desk.audit('accept')).length, 1);
  });

  it('lets an offer pass once, and only by who was offered it', async () => {
    const { handoff } = await desk.waiting();
    const offer = { kind: 'offer', agent: wang.staff.id, until: desk.now + 20_000 } as const;
    await desk.ledger.handoffs.change(handoff.id, offer, desk.now);
    assert.equal((await chen.post(`/handoffs/${handoff.id}/decline`)).status, 409);
    assert.equal((await wang.post(`/handoffs/${handoff.id}/decline`)).status, 200);
    assert.equal((await wang.post(`/handoffs/${handoff.id}/decline`)).status, 200);
    assert.equal(row(await chen.post(`/handoffs/${handoff.id}/accept`)).owner.agent, chen.staff.id);
  });

  it('lets a colleague pick who is offered to somebody else, and says so to who comes second', async () => {
    const { handoff } = await desk.waiting();
    const offer = { kind: 'offer', agent: wang.staff.id, until: desk.now + 20_000 } as const;
    await desk.ledger.handoffs.change(handoff.id, offer, desk.now);
    assert.equal(row(await chen.post(`/handoffs/${handoff.id}/accept`)).owner.agent, chen.staff.id);
    const late = await wang.post(`/handoffs/${handoff.id}/accept`);
    assert.equal(late.status, 409);
    assert.equal(late.json.error.code, 'Taken');
    assert.ok(late.json.error.message.includes(chen.staff.name), late.json.error.message);
  });

  it('lets supervisors move a customer to a colleague, also out of the queue', async () => {
    const { handoff } = await desk.waiting();
    await desk.ledger.staff.setStatus(chen.staff.id, 'available', desk.now);
    await desk.ledger.staff.seen(chen.staff.id, desk.now);
    const to = { agent: chen.staff.id };
    assert.deepEqual(row(await head.post(`/conversations/${handoff.conversation}/transfer`, to)).wanted, to);
    await wang.post(`/handoffs/${handoff.id}/accept`);
    const moved = row(await head.post(`/conversations/${handoff.conversation}/transfer`, to));
    assert.deepEqual([moved.owner.kind, moved.wanted], ['queue', to]);
  });

  it('lets supervisors take over, and nobody else', async () => {
    const { handoff } = await desk.waiting();
    await wang.post(`/handoffs/${handoff.id}/accept`);
    assert.equal((await chen.post(`/handoffs/${handoff.id}/take`)).status, 403);
    assert.equal(row(await head.post(`/handoffs/${handoff.id}/take`)).owner.agent, head.staff.id);
    assert.deepEqual(
      (await desk.audit('take')).map(({ by, detail }) => [by, detail]),
      [[head.staff.id, `from ${wang.staff.id}`]],
    );
    assert.equal((await wang.post(`/handoffs/${handoff.id}/accept`)).status, 409);
    assert.equal((await wang.post('/handoffs/none/accept')).status, 404);
  });

  it('lists what is closed for who had it, and the team for supervisors', async () => {
    const { handoff, conversation } = await desk.waiting();
    await wang.post(`/handoffs/${handoff.id}/accept`);
    const team = await head.get('/conversations?which=team');
    assert.deepEqual(
      team.json.handoffs.map((each: { handoff: string }) => each.handoff),
      [handoff.id],
    );
    assert.equal((await wang.get('/conversations?which=team')).status, 403);
    await wang.post(`/conversations/${conversation}/return`, { result: 'solved' });
    const mine = await wang.get('/conversations?which=closed');
    assert.equal(mine.json.handoffs[0].handoff, handoff.id);
    assert.equal(mine.json.handoffs[0].owner.result, 'solved');
    assert.ok(showsNobody(mine.text));
    assert.deepEqual((await chen.get('/conversations?which=closed')).json.handoffs, []);
    assert.equal((await wang.get('/conversations?which=all')).status, 400);
    assert.equal((await wang.get('/conversations?which=closed&limit=1000')).status, 400);
  });

  it('keeps a conversation readable to who had it when the customer left', async () => {
    const { handoff, conversation } = await desk.waiting();
    await wang.post(`/handoffs/${handoff.id}/accept`);
    await desk.ledger.handoffs.change(handoff.id, { kind: 'leave' }, desk.now);
    assert.equal((await wang.get(`/conversations/${conversation}`)).status, 200);
    assert.equal((await wang.get('/conversations?which=closed')).json.handoffs.length, 1);
    assert.equal((await chen.get(`/conversations/${conversation}`)).status, 404);
  });

  it('shows the board to supervisors', async () => {
    const waits = await desk.waiting();
    const { handoff } = await desk.waiting();
    await wang.post(`/handoffs/${handoff.id}/accept`);
    desk.now += 45_000;
    assert.equal((await wang.get('/board')).status, 403);
    const { status, json, text } = await head.get('/board');
    assert.equal(status, 200);
    assert.equal(json.waiting[0].handoff, waits.handoff.id);
    assert.equal(json.active[0].handoff, handoff.id);
    assert.equal(json.open, true);
    assert.deepEqual([json.longestWaitSeconds, json.late, json.breached], [45, 2, 0]);
    assert.equal(json.today.handoffs, 2);
    assert.ok(showsNobody(text));
    const { agents } = (await wang.get('/agents')).json;
    assert.equal(agents.find(({ id }: { id: string }) => id === wang.staff.id).load, 1);
  });

  it('names what the manual holds', async () => {
    const { status, json } = await wang.get('/catalogue');
    assert.equal(status, 200);
    assert.equal(json.stages.registered.next.includes('classified'), true);
    assert.ok(json.branches && json.areas && json.fields.story && json.intents['fault.report']);
  });

  it('is described in whole by /openapi.json', () => {
    const document = JSON.stringify(openApi(desk.operations, DESK_SECURITY));
    for (const { path } of desk.operations) assert.ok(document.includes(path.replace(/:(\w+)/g, '{$1}')), path);
    assert.match(document, /deskSession/);
  });
});
