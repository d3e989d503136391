import assert from 'node:assert/strict';
import { aComplaint, aKey } from '../../contracts/ledgerFixtures.ts';
import { CANARY, type Desk, openDesk, type Person, showsNobody, type Waiting } from './desk.ts';

describe('cases and bookings at the desk', () => {
  let desk: Desk;
  let wang: Person;
  let chen: Person;
  let head: Person;
  let theirs: Waiting;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    chen = await desk.person('agent', '陈静');
    head = await desk.person('supervisor', '李主管');
    theirs = await desk.waiting();
    await wang.post(`/handoffs/${theirs.handoff.id}/accept`);
  });
  afterEach(() => desk.close());

  const at = (path: string) => `/conversations/${theirs.conversation}${path}`;
  const complaint = { kind: 'complaint', category: 'billing-plan', severity: 'major' } as const;
  const story = `多扣三十块，打${CANARY.digits}`;
  const file = (who: Person, id = 'c1', more: object = {}) =>
    who.post(at('/cases'), { id, ...complaint, answers: { story, address: CANARY.address }, ...more });
  const filedNews = async () =>
    (await desk.inbox(theirs.conversation)).filter(({ activity }) => activity.name === 'handoff.filed');

  it('files a case as the bot would, and tells the customer', async () => {
    const { status, json, text } = await file(wang);
    assert.equal(status, 201, text);
    assert.match(json.number, /^TS/);
    assert.equal(json.owner, 'duty-manager');
    assert.ok(json.clocks.some(({ name }: { name: string }) => name === 'complaint-resolved'));
    assert.deepEqual([json.history[0].what, json.history[0].by], ['registered', wang.staff.id]);
    assert.ok(showsNobody(text), text);
    const filed = (await desk.ledger.cases.ofCustomer(theirs.customer, 'open'))[0];
    assert.equal(filed?.conversation, theirs.conversation);
    assert.deepEqual([filed?.answers.phone, filed?.answers.story], [CANARY.phone, story]);
    const [news] = await filedNews();
    assert.deepEqual(news?.activity.value, {
      handoff: theirs.handoff.id,
      epoch: theirs.handoff.epoch + 1,
      ...{ kind: 'case', number: json.number, form: 'complaint' },
    });
    assert.deepEqual(
      (await desk.audit('file')).map(({ by, subject }) => [by, subject]),
      [[wang.staff.id, json.number]],
    );
    const shown = await wang.get(at(''));
    assert.equal(shown.json.cases[0].number, json.number);
  });

  it('files the same id once, also after an answer that was lost', async () => {
    desk.intake = async () => Promise.reject(new Error('down'));
    assert.equal((await file(wang)).status, 503);
    desk.intake = null;
    const [one, two] = await Promise.all([file(wang), file(wang)]);
    assert.equal(one?.json.number, two?.json.number);
    assert.equal((await desk.ledger.cases.ofCustomer(theirs.customer, 'open')).length, 1);
    assert.equal((await filedNews()).length, 1);
    assert.equal((await file(wang, 'c2')).status, 201);
    assert.equal((await desk.ledger.cases.ofCustomer(theirs.customer, 'open')).length, 2);
  });

  it('refuses a case that nobody could work on, and one of another’s customer', async () => {
    for (const more of [
      { answers: {} },
      { answers: { story: '  ' } },
      { category: 'equipment' },
      { kind: 'fault', category: 'equipment' },
      { kind: 'feedback', severity: null },
      { level: 'major' },
      { area: 'atlantis' },
      { kind: 'ransom' },
    ]) {
      assert.equal((await file(wang, 'c1', more)).status, 400, JSON.stringify(more));
    }
    assert.equal((await file(chen)).status, 404);
    assert.equal((await file(head)).json.error.code, 'NotYours');
    assert.deepEqual(await desk.ledger.cases.ofCustomer(theirs.customer, 'all'), []);
  });

  it('moves a case and keeps both categories in its history', async () => {
    const { number } = (await file(wang)).json;
    const moved = await wang.post(`/cases/${number}/stage`, { id: 's1', stage: 'classified', note: '资费' });
    assert.equal(moved.json.stage, 'classified', moved.text);
    assert.equal((await wang.post(`/cases/${number}/stage`, { id: 's1', stage: 'classified' })).status, 200);
    const skipped = await wang.post(`/cases/${number}/stage`, { id: 's2', stage: 'closed' });
    assert.deepEqual([skipped.status, skipped.json.error.code], [409, 'NotAllowed']);
    assert.match(skipped.json.error.message, /investigating/);
    const other = await wang.post(`/cases/${number}/category`, { id: 'r1', category: 'service-quality' });
    const last = other.json.history.at(-1);
    assert.deepEqual(
      [last.what, last.by, last.detail],
      ['reclassified', wang.staff.id, 'billing-plan -> service-quality'],
    );
    assert.equal(other.json.category, 'service-quality');
    // a grave one stays with the duty manager whatever it is about
    assert.equal(other.json.owner, 'duty-manager');
    assert.equal((await wang.post(`/cases/${number}/category`, { id: 'r1', category: 'service-quality' })).status, 200);
    assert.equal((await wang.post(`/cases/${number}/category`, { id: 'r2', category: 'equipment' })).status, 400);
    const events = await desk.ledger.deskEvents.after(0, 100);
    assert.equal(events.filter(({ kind }) => kind === 'case').length, 3);
  });

  it('opens cases of one’s customers alone', async () => {
    const { number } = (await file(wang)).json;
    const other = await desk.ledger.cases.register(aComplaint(), aKey(), desk.now);
    assert.equal((await wang.get(`/cases/${number}`)).status, 200);
    assert.equal((await head.get(`/cases/${other.number}`)).status, 200);
    const refusals = [
      await chen.get(`/cases/${number}`),
      await wang.get(`/cases/${other.number}`),
      await chen.post(`/cases/${number}/stage`, { id: 's1', stage: 'classified' }),
      await chen.get('/cases/TS20261121-7KQ4M-X'),
    ];
    for (const { status, text } of refusals) assert.deepEqual([status, text], [404, refusals[0]?.text]);
    assert.deepEqual(
      (await desk.audit('refused')).map(({ by, subject }) => [by, subject]),
      [
        [chen.staff.id, number],
        [wang.staff.id, other.number],
        [chen.staff.id, number],
      ],
    );
    await wang.post(at('/return'), { result: 'solved' });
    assert.equal((await wang.get(`/cases/${number}`)).status, 200);
    assert.equal((await wang.post(`/cases/${number}/stage`, { id: 's9', stage: 'classified' })).status, 404);
  });

  it('reveals answers of a case of this customer alone', async () => {
    const { number } = (await file(wang)).json;
    const { value } = (await wang.post(at('/reveal'), { field: 'answers', case: number })).json;
    assert.equal(value.address, CANARY.address);
    const other = await desk.ledger.cases.register(aComplaint(), aKey(), desk.now);
    for (const who of [wang, head]) {
      const refused = await who.post(at('/reveal'), { field: 'answers', case: other.number });
      assert.equal(refused.status, 404);
    }
    assert.equal((await desk.audit('reveal'))[0]?.detail, `answers ${number}`);
  });

  it('books a slot, and names the next ones when it is taken', async () => {
    const { slots } = (await wang.get('/slots?kind=repair&place=elsewhere')).json;
    const slot = slots[0].id;
    const visit = { kind: 'repair', service: 'broadband', place: 'elsewhere', address: CANARY.address };
    const book = (id: string, more: object = {}) => wang.post(at('/bookings'), { id, ...visit, slot, ...more });
    const first = await book('b1');
    assert.equal(first.status, 201, first.text);
    assert.match(first.json.number, /^YY/);
    assert.ok(showsNobody(first.text), first.text);
    assert.equal((await book('b1')).json.number, first.json.number);
    const [news] = await filedNews();
    assert.equal((news?.activity.value as { kind: string }).kind, 'booking');
    for (let seat = 1; seat < slots[0].left; seat++) assert.equal((await book(`more${seat}`)).status, 201);
    desk.intake = async () => ({ kind: 'accepted', position: null });
    const full = await book('last');
    assert.deepEqual([full.status, full.json.error.code], [409, 'SlotTaken']);
    assert.ok(full.json.error.message.includes(slots[1].id), full.text);
    assert.equal((await book('last', { slot: slots[1].id })).status, 201);
    assert.equal((await book('x', { slot: '2020-01-01T09:00' })).status, 409);
    assert.equal((await book('x', { place: 'nowhere' })).status, 400);
    assert.equal((await book('x', { service: 'magic' })).status, 400);
    assert.equal((await book('x', { case: 'TS20261121-7KQ4M-X' })).status, 400);
    const refused = await chen.post(at('/bookings'), { id: 'x', ...visit, slot });
    assert.equal(refused.status, 404);
    const shown = await wang.post(at('/reveal'), { field: 'address', booking: first.json.number });
    assert.deepEqual(shown.json.value, { address: CANARY.address });
  });
});
