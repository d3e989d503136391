import assert from 'node:assert/strict';
import { DESK_SECURITY } from '../../../adapters/desk/auth/deskOperation.ts';
import { createGuard } from '../../../adapters/desk/auth/guard.ts';
import { eventsOperation } from '../../../adapters/desk/live/operation.ts';
import { openApi } from '../../../adapters/http/openapi.ts';
import { type Desk, openDesk, type Person } from './desk.ts';

describe('taking a customer', () => {
  let desk: Desk;
  let wang: Person;
  let chen: Person;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    chen = await desk.person('agent', '陈静');
  });
  afterEach(() => desk.close());

  const statusOf = async ({ staff }: Person) => (await desk.ledger.staff.find(staff.id))?.status;

  it('makes who was away available, and leaves who did not get them as they were', async () => {
    const { handoff } = await desk.waiting();
    for (const { staff } of [wang, chen]) await desk.ledger.staff.setStatus(staff.id, 'away', desk.now);
    assert.equal((await wang.post(`/handoffs/${handoff.id}/accept`)).status, 200);
    assert.equal(await statusOf(wang), 'available');
    assert.equal((await chen.post(`/handoffs/${handoff.id}/accept`)).status, 409);
    assert.equal(await statusOf(chen), 'away');
    const next = await desk.waiting();
    await desk.ledger.staff.setStatus(wang.staff.id, 'busy', desk.now);
    assert.equal((await wang.post(`/handoffs/${next.handoff.id}/accept`)).status, 200);
    assert.equal(await statusOf(wang), 'busy', 'what they said themselves stays');
  });

  it('tells who comes second by id and name who has them', async () => {
    const { handoff } = await desk.waiting();
    await wang.post(`/handoffs/${handoff.id}/accept`);
    const { error } = (await chen.post(`/handoffs/${handoff.id}/accept`)).json;
    assert.deepEqual(error.owner, { id: wang.staff.id, name: '王芳' });
    assert.deepEqual(Object.keys(error).sort(), ['code', 'message', 'owner']);
  });

  it('is done by the form that the bot had open for it', async () => {
    const { handoff, conversation } = await desk.waiting();
    await wang.post(`/handoffs/${handoff.id}/accept`);
    const body = { id: 'c1', kind: 'callback', answers: { story: '请回电' } };
    assert.equal((await wang.post(`/conversations/${conversation}/cases`, body)).status, 201);
    const told = (await desk.inbox(conversation)).find(({ activity }) => activity.name === 'handoff.filed');
    const value = told?.activity.value;
    assert.equal(typeof value === 'object' && value !== null && 'form' in value && value.form, 'callback');
  });

  it('shows 200 rows of the queue, and how many stand behind', async () => {
    for (let count = 0; count < 203; count++) await desk.waiting();
    const { waiting, more } = (await wang.get('/queue')).json;
    assert.deepEqual([waiting.length, waiting.at(-1).position, more], [200, 200, 3]);
  });

  it('makes the rows once for all who ask, and anew when anything happened', async () => {
    for (let count = 0; count < 5; count++) await desk.waiting();
    const { log } = desk.conversations;
    let asked = 0;
    Object.assign(desk.conversations, {
      log: (...given: Parameters<typeof log>) => {
        asked += 1;
        return log.apply(desk.conversations, given);
      },
    });
    await wang.get('/queue');
    const once = asked;
    assert.ok(once > 0);
    await Promise.all(Array.from({ length: 10 }, () => chen.get('/queue')));
    assert.equal(asked, once);
    await desk.waiting();
    assert.equal((await chen.get('/queue')).json.waiting.length, 6);
    assert.ok(asked > once);
  });

  it('is followed by a socket that /openapi.json tells of', () => {
    const guard = createGuard({ ledger: desk.ledger, publicUrl: null, now: () => desk.now });
    const document = JSON.stringify(openApi([eventsOperation(guard)], DESK_SECURITY));
    for (const word of ['"/desk/api/events"', '"101"', '"hello"', '"watch"', '"after"', '4401'])
      assert.ok(document.includes(word), word);
  });
});
