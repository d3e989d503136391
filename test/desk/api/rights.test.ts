import assert from 'node:assert/strict';
import type { Case, NewCase } from '../../../domain/cases/case.ts';
import { aComplaint, aKey, aVisit } from '../../contracts/ledgerFixtures.ts';
import { CANARY, type Desk, openDesk, type Person, type Waiting } from './desk.ts';

describe('requests about personal data at the desk', () => {
  let desk: Desk;
  let wang: Person;
  let head: Person;
  let theirs: Waiting;
  let request: Case;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    head = await desk.person('supervisor', '李主管');
    theirs = await desk.waiting();
    await wang.post(`/handoffs/${theirs.handoff.id}/accept`);
    request = await file({ kind: 'privacy', category: 'correct', answers: { wish: 'correct', words: '套餐写错了' } });
  });
  afterEach(() => desk.close());

  const file = (more: Partial<NewCase>): Promise<Case> =>
    desk.ledger.cases.register(
      aComplaint({ customer: theirs.customer, conversation: theirs.conversation, clocks: [], severity: null, ...more }),
      aKey(),
      desk.now,
    );
  const act = (body: object, who = head, number: string = request.number) =>
    who.post(`/cases/${number}/rights`, { id: 'r1', ...body });
  const complaint = () =>
    file({ answers: { story: '多扣三十块', name: CANARY.name, phone: CANARY.phone, place: CANARY.address } });
  const rights = async () =>
    (await desk.audit('rights')).map(({ by, subject, detail }) => [by, subject, detail]).toReversed();

  it('show what was asked', async () => {
    const { json } = await wang.get(`/conversations/${theirs.conversation}`);
    const shown = json.cases.find(({ number }: { number: string }) => number === request.number);
    assert.deepEqual(shown.answers, { wish: 'correct', words: '套餐写错了' });
  });

  it('correct the contact of the customer, and in what is open', async () => {
    const open = await complaint();
    const { status, json, text } = await act({ do: 'correct', field: 'phone', value: '13900139000' });
    assert.equal(status, 200, text);
    assert.deepEqual(json.changed, [open.number]);
    assert.equal((await desk.ledger.customers.contact(theirs.customer)).phone, '+8613900139000');
    assert.equal((await desk.ledger.cases.find(open.number))?.answers.phone, '+8613900139000');
    const history = (await desk.ledger.cases.find(request.number))?.history.at(-1);
    assert.deepEqual([history?.by, history?.detail], [head.staff.id, 'rights correct']);
    assert.deepEqual(await rights(), [[head.staff.id, request.number, 'correct phone']]);
  });

  it('delete what may go, records of closed cases too when it was decided so, and say what stays', async () => {
    const [closed, open] = [await complaint(), await complaint()];
    await desk.ledger.cases.move(closed.number, 'withdrawn', { by: 'customer', note: null }, aKey(), desk.now);
    const visit = await desk.ledger.bookings.book(aVisit({ customer: theirs.customer }), aKey(), desk.now);
    assert.ok(visit.kind === 'booked');
    const first = await act({ do: 'delete', what: 'contact' });
    assert.equal(first.status, 200, first.text);
    assert.deepEqual(await desk.ledger.customers.contact(theirs.customer), { name: null, phone: null });
    assert.equal((await desk.ledger.cases.find(closed.number))?.answers.story, '多扣三十块');
    const stays = (number: string, done = first) =>
      done.json.staying.find((each: { number: string }) => each.number === number);
    assert.equal(stays(open.number).until, null);
    assert.ok(Date.parse(stays(closed.number).until) > desk.now);
    assert.equal(Date.parse(stays(visit.booking.number).until), visit.booking.slot.end);
    const second = await act({ id: 'r2', do: 'delete', what: 'records' });
    assert.deepEqual((await desk.ledger.cases.find(closed.number))?.answers, {});
    assert.equal(stays(closed.number, second), undefined);
    assert.deepEqual(
      (await rights()).map(([, , detail]) => detail),
      ['delete contact', 'delete records'],
    );
  });

  it('hand out a copy, each written down', async () => {
    const { status, json } = await act({ do: 'export' });
    assert.equal(status, 200);
    assert.equal(JSON.parse(json.file.content).phone, CANARY.phone);
    assert.deepEqual(await rights(), [[head.staff.id, request.number, 'export']]);
  });

  it('are carried out once for an id', async () => {
    await act({ do: 'correct', field: 'name', value: '李四光' });
    await act({ do: 'correct', field: 'name', value: '李四光' });
    assert.equal((await rights()).length, 1);
    const { history } = (await desk.ledger.cases.find(request.number)) ?? { history: [] };
    assert.equal(history.filter(({ detail }) => detail === 'rights correct').length, 1);
  });

  it('are not for agents, nor for other kinds of cases, nor for what makes no sense', async () => {
    assert.equal((await act({ do: 'export' }, wang)).status, 403);
    const other = await complaint();
    assert.equal((await act({ do: 'export' }, head, other.number)).status, 409);
    assert.equal((await act({ do: 'export' }, head, 'GR20261123-AAAAA-A')).status, 404);
    for (const body of [
      { do: 'correct', field: 'phone', value: '12' },
      { do: 'correct', field: 'name', value: ' ' },
      { do: 'delete' },
      { do: 'forget' },
    ])
      assert.equal((await act(body)).status, 400, JSON.stringify(body));
    assert.equal((await desk.ledger.customers.contact(theirs.customer)).phone, CANARY.phone);
    assert.deepEqual(await rights(), []);
  });
});
