import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { viewEntries } from '../../../adapters/desk/views/entry.ts';
import { maskedHead } from '../../../adapters/desk/views/masked.ts';
import type { LogEntry } from '../../../bot/conversations.ts';
import { CANARY, type Desk, openDesk, type Person, theySay, type Waiting, ZONE } from './desk.ts';

describe('who looks at a customer who is not theirs', () => {
  let desk: Desk;
  let wang: Person;
  let chen: Person;
  let head: Person;
  let theirs: Waiting;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    chen = await desk.person('agent', '陈静', ['customer-care']);
    head = await desk.person('supervisor', '李主管');
    theirs = await desk.waiting();
  });
  afterEach(() => desk.close());

  const at = (path = '') => `/conversations/${theirs.conversation}${path}`;
  const accept = (who: Person) => who.post(`/handoffs/${theirs.handoff.id}/accept`);

  it('is written down from whatever line they read, once in five minutes', async () => {
    await desk.says(theirs.conversation, theySay('再说一句'));
    await accept(wang);
    const looks = async () => (await desk.audit('look')).map(({ by, subject }) => [by, subject]);
    await wang.get(at('?from=1'));
    assert.deepEqual(await looks(), []);
    assert.equal((await head.get(at('?from=1'))).json.entries.length, 1);
    assert.deepEqual(await looks(), [[head.staff.id, theirs.conversation]]);
    await head.get(at());
    desk.now += 5 * 60_000 - 1;
    await head.get(at('?from=1'));
    assert.equal((await looks()).length, 1);
    desk.now += 1;
    await head.get(at('?from=1'));
    assert.equal((await looks()).length, 2);
  });

  it('sees nothing when it cannot be written down', async () => {
    const { audit } = desk.ledger;
    const add = audit.add;
    Object.assign(audit, { add: () => Promise.reject(new Error('down')) });
    assert.equal((await head.get(at())).status, 500);
    Object.assign(audit, { add });
    assert.equal((await head.get(at())).status, 200);
    assert.equal((await desk.audit('look')).length, 1);
  });

  it('reads notes masked, unless they wrote them or are to take over', async () => {
    await accept(wang);
    const note = `客户说打${CANARY.digits}`;
    await wang.post(at('/notes'), { id: 'n1', text: note });
    await wang.post(at('/transfer'), { team: 'customer-care', note: '请接手' });
    const first = async (who: Person) => (await who.get(at())).json.notes[0].text;
    const bystander = await desk.person('agent', '旁人');
    const seen = await first(bystander);
    assert.ok(!seen.includes(CANARY.digits) && seen.includes('客户说'), seen);
    assert.deepEqual([await first(wang), await first(chen), await first(head)], [note, note, note]);
  });

  it('sees the head of a long text, and no half of a number', () => {
    const reading = { language: 'zh-Hans', now: desk.now, timeZone: ZONE } as const;
    const long = `${'好'.repeat(492)} ${CANARY.digits}还有很多`;
    assert.equal(maskedHead(long, reading), `${'好'.repeat(492)}…`);
    assert.equal(maskedHead('好'.repeat(10_000), reading), `${'好'.repeat(500)}…`);
    assert.equal(maskedHead('好'.repeat(500), reading), '好'.repeat(500));
  });

  it('does not keep the others waiting for a long transcript', async () => {
    const entries: LogEntry[] = Array.from({ length: 30 }, (_, position) => ({
      position,
      activity: theySay(`第${position}次 ${'多扣了三十块。'.repeat(1400)}`),
    }));
    let turns = 0;
    let done = false;
    const others = (async () => {
      while (!done) {
        turns += 1;
        await setImmediate();
      }
    })();
    const deps = { now: () => desk.now, zone: ZONE };
    const views = await viewEntries(deps, entries, { plain: false, language: 'zh-Hans' });
    done = true;
    await others;
    assert.equal(views.length, 30);
    assert.ok(views.every(({ text }) => text.length <= 501));
    assert.ok(turns >= 30, `${turns} turns of others`);
  });
});

describe('a client without a socket', () => {
  it('keeps its customers by whatever it asks about them', async () => {
    const desk = await openDesk();
    try {
      const wang = await desk.person('agent', '王芳');
      const head = await desk.person('supervisor', '李主管');
      const { handoff, conversation } = await desk.waiting();
      await wang.post(`/handoffs/${handoff.id}/accept`);
      const aliveAt = async () => {
        const owner = (await desk.ledger.handoffs.find(handoff.id))?.owner;
        return owner?.kind === 'agent' ? owner.aliveAt : null;
      };
      const at = (path = '') => `/conversations/${conversation}${path}`;
      const asks = [
        () => wang.get(at('?from=1')),
        () => wang.post(at('/notes'), { id: 'n1', text: '已核实' }),
        () => wang.post(at('/cases'), { id: 'c1', kind: 'feedback', answers: { story: '很好' } }),
        () => wang.upload(conversation, ['a.txt', '好']),
      ];
      for (const ask of asks) {
        desk.now += 11_000;
        const { status, text } = await ask();
        assert.ok(status < 300, text);
        assert.equal(await aliveAt(), desk.now);
      }
      desk.now += 9000;
      await wang.get(at());
      await head.get(at());
      assert.equal(await aliveAt(), desk.now - 9000, 'every ten seconds is enough');
      desk.now += 2000;
      await head.get(at());
      assert.equal(await aliveAt(), desk.now - 11_000, 'only of who has them');
    } finally {
      await desk.close();
    }
  });
});
