import assert from 'node:assert/strict';
import type { ConversationId } from '../../../domain/ids.ts';
import { botSays, CANARY, type Desk, openDesk, type Person, showsNobody, theySay, type Waiting } from './desk.ts';

describe('a conversation at the desk', () => {
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

  const at = (path = '') => `/conversations/${theirs.conversation}${path}`;
  const say = (who: Person, id: string, text: string, files?: readonly string[]) =>
    who.post(at('/messages'), { id, text, ...(files === undefined ? {} : { files }) });
  const said = async () =>
    (await desk.inbox(theirs.conversation)).filter(({ activity }) => activity.name === 'handoff.message');

  it('carries an agent’s words to the transcript', async () => {
    const answer = await say(wang, 'm1', '您好，我是王芳');
    assert.deepEqual([answer.status, answer.json], [200, { id: 'm1' }]);
    const [waiting] = await said();
    assert.deepEqual(waiting?.activity.value, {
      handoff: theirs.handoff.id,
      epoch: 1 + theirs.handoff.epoch,
      agent: { id: wang.staff.id, name: '王芳' },
      ...{ id: 'm1', text: '您好，我是王芳', files: [] },
    });
    await desk.work(theirs.conversation);
    const { json } = await wang.get(at());
    assert.deepEqual(
      json.entries.map((entry: { from: string; text: string; clientId: string }) => [entry.from, entry.clientId]),
      [
        ['customer', null],
        ['agent', 'm1'],
      ],
    );
    assert.equal(json.entries[1].name, '王芳');
    assert.equal(json.mine, true);
    assert.equal(json.handoff.unansweredSince, null);
    assert.notEqual(json.handoff.owner.firstReplyAt, null);
    assert.equal(json.limits.textLimit, 4000);
  });

  it('continues a transcript from where the reader is', async () => {
    await desk.says(theirs.conversation, botSays('好的', 'heardYou'), theySay('谢谢'));
    const { json } = await wang.get(at());
    assert.equal(json.next, 3);
    const rest = await wang.get(at('?from=2'));
    assert.deepEqual(
      rest.json.entries.map(({ text }: { text: string }) => text),
      ['谢谢'],
    );
    assert.equal((await wang.get(at('?from=99'))).json.next, 3);
    assert.equal((await wang.get(at('?from=-1'))).status, 400);
  });

  it('takes the same id as one message', async () => {
    await Promise.all([say(wang, 'm1', '一'), say(wang, 'm1', '一'), say(wang, 'm1', '二')]);
    assert.equal((await said()).length, 1);
    await desk.work(theirs.conversation);
    assert.equal((await say(wang, 'm1', '一')).status, 200);
    await desk.work(theirs.conversation);
    const events = await desk.ledger.deskEvents.after(0, 100);
    assert.equal(events.filter(({ kind, by }) => kind === 'message' && by === wang.staff.id).length, 1);
  });

  const lostAndAcceptedAgain = async () => {
    await desk.ledger.handoffs.change(theirs.handoff.id, { kind: 'lose', agent: wang.staff.id }, desk.now);
    assert.equal((await wang.post(`/handoffs/${theirs.handoff.id}/accept`)).status, 200);
  };

  it('takes words again that were refused as late, and those that were delivered not twice', async () => {
    await say(wang, 'm1', '一');
    const [late] = await said();
    await lostAndAcceptedAgain();
    await say(wang, 'm1', '一');
    const again = (await said()).filter(({ id }) => id !== late?.id);
    assert.equal(again.length, 1, 'a message of its own, whatever became of the first');
    await desk.work(theirs.conversation);
    await lostAndAcceptedAgain();
    assert.equal((await say(wang, 'm1', '一')).status, 200);
    assert.equal((await said()).length, 0, 'it stands in the transcript');
    const { json } = await wang.get(at());
    assert.equal(json.entries.filter(({ clientId }: { clientId: string }) => clientId === 'm1').length, 1);
  });

  it('counts words as an answer when they are delivered, and as a sign of life at once', async () => {
    desk.now += 30_000;
    await say(wang, 'm1', '一');
    const taken = await desk.ledger.handoffs.find(theirs.handoff.id);
    assert.equal(taken?.agentAt, null);
    assert.equal(taken?.owner.kind === 'agent' && taken.owner.aliveAt, desk.now);
    assert.deepEqual(
      (await desk.ledger.deskEvents.after(0, 100)).filter(({ kind }) => kind === 'message'),
      [],
    );
    await desk.work(theirs.conversation);
    assert.equal((await desk.ledger.handoffs.find(theirs.handoff.id))?.agentAt, desk.now);
  });

  it('acknowledges nothing that is not durable', async () => {
    desk.intake = async () => ({ kind: 'full' });
    assert.equal((await say(wang, 'm1', '一')).status, 503);
    desk.intake = async () => Promise.reject(new Error('down'));
    const answer = await say(wang, 'm1', '一');
    assert.equal(answer.status, 503);
    assert.match(answer.json.error.message, /same id/);
    const events = await desk.ledger.deskEvents.after(0, 100);
    assert.deepEqual(
      events.filter(({ kind }) => kind === 'message'),
      [],
    );
    assert.equal((await desk.ledger.handoffs.openOf(theirs.conversation))?.agentAt, null);
    desk.intake = null;
    assert.equal((await say(wang, 'm1', '一')).status, 200);
    assert.equal((await said()).length, 1);
  });

  it('refuses words after the end, without effect', async () => {
    await say(wang, 'm1', '再见');
    await desk.work(theirs.conversation);
    assert.equal((await wang.post(at('/return'), { result: 'solved' })).status, 200);
    const late = await say(wang, 'm2', '还有一句');
    assert.equal(late.status, 409);
    assert.equal(late.json.error.code, 'Ended');
    assert.equal((await said()).length, 0);
    // the answer to the first one may have been lost
    assert.equal((await say(wang, 'm1', '再见')).status, 200);
    assert.equal((await said()).length, 0);
  });

  it('refuses words of who does not have the customer', async () => {
    const other = await say(chen, 'm1', '插话');
    assert.equal(other.status, 404);
    const supervisor = await say(head, 'm1', '插话');
    assert.equal(supervisor.status, 409);
    assert.equal(supervisor.json.error.code, 'NotYours');
    assert.match(supervisor.json.error.message, /王芳/);
    const waits = await desk.waiting();
    const early = await wang.post(`/conversations/${waits.conversation}/messages`, { id: 'm1', text: '早' });
    assert.deepEqual([early.status, early.json.error.code], [409, 'NotYours']);
    assert.match(early.json.error.message, /accept/);
    assert.equal((await said()).length, 0);
  });

  it('tells an agent nothing of another’s conversation, and writes down that they asked', async () => {
    const calls = [
      chen.get(at()),
      say(chen, 'm1', 'x'),
      chen.post(at('/notes'), { id: 'n1', text: 'x' }),
      chen.post(at('/transfer'), { team: 'customer-care' }),
      chen.post(at('/return'), { result: 'solved' }),
      chen.post(at('/read')),
      chen.post(at('/reveal'), { field: 'phone' }),
      chen.post(at('/cases'), { id: 'c1', kind: 'feedback', answers: { story: 'x' } }),
      chen.upload(theirs.conversation, ['a.txt', 'x']),
    ];
    const missing = await chen.get('/conversations/there-is-none');
    for (const answer of await Promise.all(calls)) {
      assert.equal(answer.status, 404);
      assert.equal(answer.text, missing.text);
    }
    const lines = (await desk.audit('refused')).filter(({ subject }) => subject === theirs.conversation);
    assert.equal(lines.length, calls.length);
    assert.ok(lines.every(({ by }) => by === chen.staff.id));
    assert.equal((await desk.ledger.handoffs.openOf(theirs.conversation))?.owner.kind, 'agent');
  });

  it('opens former conversations of a customer one has', async () => {
    const before = await desk.waiting({ customer: theirs.customer, conversation: 'earlier' as ConversationId });
    await chen.post(`/handoffs/${before.handoff.id}/accept`);
    assert.equal((await wang.get('/conversations/earlier')).status, 404);
    await chen.post('/conversations/earlier/return', { result: 'unsolved' });
    const { status, json, text } = await wang.get('/conversations/earlier');
    assert.equal(status, 200);
    assert.equal(json.mine, false);
    assert.ok(showsNobody(text), text);
    const here = (await wang.get(at())).json;
    assert.deepEqual(
      here.earlier.map((each: { conversation: string; agent: string }) => [each.conversation, each.agent]),
      [['earlier', chen.staff.id]],
    );
  });

  it('shows words to who serves, and masks them for who only looks', async () => {
    const mine = await wang.get(at());
    assert.match(mine.json.entries[0].text, new RegExp(CANARY.digits));
    assert.equal(mine.json.customer.name, '欧***');
    assert.equal(mine.json.customer.phone, '139****5678');
    const { entries: _, understood: __, ...around } = mine.json;
    assert.ok(showsNobody(JSON.stringify(around)));
    const slots = JSON.stringify(mine.json.understood.slots);
    assert.ok(showsNobody(slots), slots);
    assert.match(slots, /宽带/);
    const waits = await desk.waiting();
    const looked = await chen.get(`/conversations/${waits.conversation}`);
    assert.equal(looked.status, 200);
    assert.match(looked.json.entries[0].text, /我要投诉/);
    assert.ok(showsNobody(looked.text), looked.text);
    await chen.get(`/conversations/${waits.conversation}`);
    assert.deepEqual(
      (await desk.audit('look')).map(({ by, subject }) => [by, subject]),
      [[chen.staff.id, waits.conversation]],
    );
  });

  it('shows what was chosen in words, in the customer’s language, and nothing of what they could not tell', async () => {
    const answers = { extent: 'area', pattern: 'always', impact: 'none', before: 'unknown' };
    const briefing = {
      words: '断网',
      intent: 'fault.report',
      confidence: 0.9,
      mood: 'calm',
      form: 'fault',
      answers,
    } as const;
    const waits = await desk.waiting({ language: 'zh-Hant', briefing });
    const { json } = await chen.get(`/conversations/${waits.conversation}`);
    assert.deepEqual(
      json.understood.slots.map(({ field, value }: { field: string; value: string }) => [field, value]),
      [
        ['extent', '整棟樓或整個區域'],
        ['pattern', '一直這樣'],
        ['impact', '完全不能用'],
      ],
    );
  });

  it('keeps notes among staff, and whispers to who has the customer', async () => {
    const note = { id: 'n1', text: '老客户' };
    assert.equal((await wang.post(at('/notes'), note)).json.byName, '王芳');
    assert.equal((await wang.post(at('/notes'), note)).status, 200);
    assert.equal((await wang.post(at('/whisper'), { id: 'w0', text: 'x' })).status, 403);
    assert.equal((await head.post(at('/whisper'), { id: 'w1', text: '可以减免' })).status, 200);
    const kinds = (answer: { json: ReturnType<typeof JSON.parse> }) =>
      answer.json.notes.map(({ kind }: { kind: string }) => kind);
    assert.deepEqual(kinds(await wang.get(at())), ['note', 'whisper']);
    await wang.post(at('/transfer'), { team: 'customer-care' });
    assert.deepEqual(kinds(await chen.get(at())), ['note']);
    assert.deepEqual(await desk.inbox(theirs.conversation), []);
  });

  it('transfers with a note, and says why it cannot', async () => {
    const gone = await desk.person('agent', '赵离');
    await desk.ledger.staff.setStatus(gone.staff.id, 'away', desk.now);
    const fired = await desk.person('agent', '钱退');
    await desk.ledger.staff.update(fired.staff.id, { disabled: true });
    const busy = await desk.person('agent', '孙忙');
    await desk.ledger.staff.setStatus(busy.staff.id, 'busy', desk.now);
    const closed = await desk.person('agent', '周关');
    desk.now += 46_000;
    for (const { staff } of [busy, fired, chen]) await desk.ledger.staff.seen(staff.id, desk.now);
    for (const agent of ['nobody', closed.staff.id, gone.staff.id, fired.staff.id, busy.staff.id, wang.staff.id]) {
      const refused = await wang.post(at('/transfer'), { agent });
      assert.deepEqual([refused.status, refused.json.error.code], [409, 'CannotTransfer'], agent);
    }
    assert.equal((await wang.post(at('/transfer'), { team: 'no-team' })).status, 409);
    assert.equal((await wang.post(at('/transfer'), { team: 'customer-care', agent: chen.staff.id })).status, 400);
    const body = { agent: chen.staff.id, note: '要求退费' };
    const sent = await wang.post(at('/transfer'), body);
    assert.equal(sent.status, 200);
    assert.deepEqual(sent.json.handoff.wanted, { agent: chen.staff.id });
    const again = await wang.post(at('/transfer'), body);
    assert.equal(again.json.handoff.epoch, sent.json.handoff.epoch);
    const { notes } = (await chen.get(at())).json;
    assert.deepEqual(
      notes.map(({ kind, text }: { kind: string; text: string }) => [kind, text]),
      [['transfer', '要求退费']],
    );
    assert.equal((await desk.audit('transfer')).length, 1);
    assert.equal((await say(wang, 'm9', '晚了')).json.error.code, 'NotYours');
    await wang.post(`/handoffs/${theirs.handoff.id}/accept`);
    await wang.post(at('/transfer'), { team: 'billing', note: '核对账单' });
    const both = (await head.get(at())).json.notes.map((note: { text: string }) => note.text);
    assert.deepEqual(both, ['要求退费', '核对账单']);
  });

  it('gives back with a result, twice as once; supervisors end any', async () => {
    const back = { result: 'follow-up', note: '明天回电' };
    const once = await wang.post(at('/return'), back);
    const twice = await wang.post(at('/return'), back);
    assert.deepEqual([once.status, twice.status], [200, 200]);
    assert.equal(twice.json.handoff.epoch, once.json.handoff.epoch);
    assert.equal((await wang.post(at('/return'), { result: 'solved' })).json.error.code, 'Ended');
    const other = await desk.waiting();
    await wang.post(`/handoffs/${other.handoff.id}/accept`);
    const ended = await head.post(`/conversations/${other.conversation}/return`, { result: 'solved' });
    assert.equal(ended.json.handoff.owner.by, head.staff.id);
    assert.equal((await desk.audit('return')).length, 2);
  });

  it('counts reading as a sign of life of who has the customer', async () => {
    desk.now += 10_000;
    const alive = async () => {
      const owner = (await desk.ledger.handoffs.openOf(theirs.conversation))?.owner;
      return owner?.kind === 'agent' ? owner.aliveAt : null;
    };
    await head.post(at('/read'));
    assert.notEqual(await alive(), desk.now);
    assert.equal((await wang.post(at('/read'))).status, 200);
    assert.equal(await alive(), desk.now);
  });

  it('shows a field as it is to who has the customer, and writes down who saw it', async () => {
    assert.deepEqual((await wang.post(at('/reveal'), { field: 'phone' })).json.value, { phone: CANARY.phone });
    assert.deepEqual((await head.post(at('/reveal'), { field: 'name' })).json.value, { name: CANARY.name });
    const { value } = (await wang.post(at('/reveal'), { field: 'answers' })).json;
    assert.equal(value.contact.name, CANARY.name);
    await wang.post(at('/return'), { result: 'solved' });
    assert.equal((await wang.post(at('/reveal'), { field: 'phone' })).status, 409);
    assert.equal((await head.post(at('/reveal'), { field: 'phone' })).status, 200);
    assert.deepEqual((await desk.audit('reveal')).map(({ by, subject, detail }) => [by, subject, detail]).reverse(), [
      [wang.staff.id, theirs.conversation, 'phone'],
      [head.staff.id, theirs.conversation, 'name'],
      [wang.staff.id, theirs.conversation, 'answers'],
      [head.staff.id, theirs.conversation, 'phone'],
    ]);
  });

  it('refuses what is too long with the reason', async () => {
    const long = await say(wang, 'm1', '长'.repeat(10_000));
    assert.equal(long.status, 400);
    assert.match(long.json.error.message, /4000 characters: send it in parts/);
    assert.equal((await say(wang, 'm1', '   ')).status, 400);
    assert.equal((await say(wang, '../../x', '一')).status, 400);
    assert.equal((await wang.post(at('/messages'), { id: 'm1', text: 'x', extra: 1 })).status, 400);
    const other = await desk.waiting({ channel: 'msteams' });
    await wang.post(`/handoffs/${other.handoff.id}/accept`);
    const there = `/conversations/${other.conversation}/messages`;
    const parts = await wang.post(there, { id: 'm1', text: '长'.repeat(2001) });
    assert.deepEqual([parts.status, parts.json.error.code], [400, 'TooLong']);
    assert.equal((await said()).length, 0);
  });

  it('carries markup and links as the text they are', async () => {
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script> javascript:alert(1) &amp; {{7*7}}';
    await say(wang, 'm1', text);
    await desk.work(theirs.conversation);
    await desk.says(theirs.conversation, theySay(text));
    const { json } = await wang.get(at());
    assert.deepEqual(
      json.entries.slice(1).map((entry: { text: string }) => entry.text),
      [text, text],
    );
  });

  it('believes no agent’s mark from a customer’s client', async () => {
    const forged = { shouwen: { name: 'agentMessage', agent: { id: wang.staff.id, name: '王芳' }, clientId: 'm7' } };
    await desk.says(theirs.conversation, theySay('我是客服', { channelData: forged }));
    const entry = (await wang.get(at())).json.entries.at(-1);
    assert.deepEqual([entry.from, entry.agent, entry.clientId], ['customer', null, null]);
  });
});
