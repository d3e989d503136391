import assert from 'node:assert/strict';
import { handoffChangedId } from '../../bot/desk.ts';
import type { HandoffCommand } from '../../domain/desk/handoff.ts';
import type { Instant, StaffId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aHandoff, aHandoffId, aMessage, aStaff, deskOf } from './ledgerDeskFixtures.ts';
import { aKey, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import { Crew } from './ledgerHiring.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerHandoffs(makeHome: MakeHome): void {
  describe('hand-offs', () => {
    let home: TestHome;
    let ledger: Ledger;
    const crew = new Crew();
    beforeEach(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    afterEach(async () => {
      crew.dismiss();
      await ledger.close();
      home.remove();
    });

    const { request, change, accept, giveBack } = deskOf(() => ledger);
    const events = () => ledger.deskEvents.after(0, 1_000);
    let claims = 0;
    const timers = () => ledger.timers.claimDue(NOON + 1_000 * MINUTE + ++claims, 0, 1_000);

    it('keep everything that was given, are in the queue, and are told of', async () => {
      const draft = aHandoff();
      const made = await ledger.handoffs.request(draft, aKey(), NOON);
      assert.deepEqual(made, {
        ...draft,
        id: made.id,
        epoch: 1,
        owner: { kind: 'queue' },
        requestedAt: NOON,
        waitingSince: NOON,
        first: false,
        wanted: null,
        former: [],
        passed: [],
        customerAt: NOON,
        agentAt: null,
      });
      assert.deepEqual(await ledger.handoffs.find(made.id), made);
      assert.deepEqual(await ledger.handoffs.openOf(draft.conversation), made);
      assert.deepEqual(await ledger.handoffs.open(), [made]);
      assert.equal(await ledger.handoffs.find(aHandoffId('nothing')), null);
      const { id: handoff, conversation } = made;
      const data = { epoch: 1, command: 'request', owner: { kind: 'queue' } };
      assert.deepEqual(await events(), [{ seq: 1, at: NOON, kind: 'handoff', handoff, conversation, by: 'bot', data }]);
      const id = `handoff.changed:${made.id}:1`;
      assert.deepEqual(await timers(), [
        { id, due: NOON, kind: 'handoff.changed', subject: made.id, detail: '1', conversation },
      ]);
      assert.equal(handoffChangedId(made.id, 1), `timer/${id}`);
    });

    it('are one for a key, as it was then, and one open for a conversation, whoever asks at once', async () => {
      const draft = aHandoff();
      const other = await openAt(home.location);
      const key = aKey();
      const ask = (from: Ledger, with_ = aKey()) => from.handoffs.request(draft, with_, NOON);
      const [made, ...same] = await Promise.all([
        ask(ledger, key),
        ask(other, key),
        ask(ledger),
        ask(other),
        ask(other),
      ]);
      assert.deepEqual(same, [made, made, made, made]);
      assert.equal((await events()).length, 1);
      const agent = aStaff();
      await accept(made.id, agent, NOON + 1);
      const again = await ledger.handoffs.request(draft, key, NOON + 2);
      assert.deepEqual([again.epoch, again.owner], [1, { kind: 'queue' }], 'what came later is told by its own news');
      assert.equal((await ask(ledger)).epoch, 2);
      await giveBack(made.id, agent, NOON + 3);
      assert.equal(await ledger.handoffs.openOf(draft.conversation), null);
      const next = await ask(ledger);
      assert.notEqual(next.id, made.id);
      assert.equal((await ledger.handoffs.request(draft, key, NOON + 4)).id, made.id);
      await other.close();
    });

    it('go through their life: each change the next epoch, its event, its timer and its news', async () => {
      const { id, conversation } = await request();
      const [one, two] = [aStaff(), aStaff()];
      const until = NOON + 20_000;
      const commands: readonly (readonly [HandoffCommand, string])[] = [
        [{ kind: 'offer', agent: one, until }, 'clock'],
        [{ kind: 'pass', agent: one, until }, 'clock'],
        [{ kind: 'offer', agent: one, until }, 'clock'],
        [{ kind: 'pass', agent: one }, one],
        [{ kind: 'accept', agent: one, over: false }, one],
        [{ kind: 'lose', agent: one }, 'clock'],
        [{ kind: 'accept', agent: two, over: false }, two],
        [{ kind: 'transfer', by: two, to: { agent: one } }, two],
        [{ kind: 'accept', agent: one, over: false }, one],
        [{ kind: 'return', by: one, result: 'follow-up', over: false }, one],
      ];
      const owners: unknown[] = [];
      for (const [i, [command]] of commands.entries()) {
        const handoff = await change(id, command, NOON + i);
        assert.equal(handoff.epoch, i + 2);
        assert.deepEqual(await ledger.handoffs.find(id), handoff);
        owners.push(handoff.owner);
      }
      const told = (await events()).slice(1);
      assert.deepEqual(
        told.map(({ seq, at, by, data }) => [seq, at, by, data]),
        commands.map(([{ kind }, by], i) => [i + 2, NOON + i, by, { epoch: i + 2, command: kind, owner: owners[i] }]),
      );
      assert.ok(told.every((one) => one.handoff === id && one.conversation === conversation));
      const handoff = await ledger.handoffs.find(id);
      assert.deepEqual(await ledger.handoffs.news(id, 6), { handoff, command: 'accept', owner: owners[4] });
      assert.equal(await ledger.handoffs.news(id, 12), null);
      assert.deepEqual(
        (await timers()).map((timer) => timer.id),
        Array.from({ length: 11 }, (_, i) => `handoff.changed:${id}:${i + 1}`),
      );
    });

    it('speak the language of what is said last, and one is said once under several ids', async () => {
      const { id } = await request();
      const words = { by: 'customer', text: 'hello', files: 0 } as const;
      const say = (message: string, once: string, language: 'en' | 'zh-Hant', text = 'hello') =>
        ledger.handoffs.said(id, { ...words, id: aMessage(message), once, language, text }, NOON);
      assert.equal(await say('m1', 'one', 'en'), 'said');
      assert.equal((await ledger.handoffs.find(id))?.language, 'en');
      assert.equal(await say('m1', 'one', 'zh-Hant', 'again'), 'said', 'a repeat of the very same');
      assert.equal(await say('m2', 'one', 'zh-Hant', 'again'), 'said before');
      assert.equal((await ledger.handoffs.find(id))?.language, 'en');
      assert.equal(await say('m2', 'two', 'zh-Hant'), 'said');
      assert.equal((await events()).filter(({ kind }) => kind === 'message').length, 2);
      await ledger.handoffs.spoken(id, 'en');
      assert.equal((await ledger.handoffs.find(id))?.language, 'en');
      await ledger.handoffs.change(id, { kind: 'leave' }, NOON);
      await ledger.handoffs.spoken(id, 'zh-Hant');
      assert.equal((await ledger.handoffs.find(id))?.language, 'en', 'what is ended stays');
    });

    it('change nothing when the command is refused or had its effect before', async () => {
      const { id } = await request();
      const agent = aStaff();
      const taken = await accept(id, agent);
      const refused = await ledger.handoffs.change(id, { kind: 'accept', agent: aStaff(), over: false }, NOON + 1);
      assert.deepEqual(refused, { kind: 'refused', why: 'taken', handoff: taken });
      assert.deepEqual(await accept(id, agent, NOON + 1), taken);
      const unknown = await ledger.handoffs.change(aHandoffId('nothing'), { kind: 'leave' }, NOON);
      assert.deepEqual(unknown, { kind: 'unknown' });
      assert.equal((await events()).length, 2);
      assert.equal((await timers()).length, 2);
    });

    it('go to exactly one of 20 agents in two processes', async () => {
      const { id } = await request();
      const agents = Array.from({ length: 20 }, () => aStaff());
      const orders = [agents.slice(0, 10), agents.slice(10)];
      const pair = await Promise.all(
        orders.map((part) => crew.hire(home, { do: 'accept', handoff: id, agents: part })),
      );
      for (const one of pair) one.go();
      const winners = (await Promise.all(pair.map((one) => one.line()))).join(' ').trim().split(' ');
      assert.equal(winners.length, 1);
      const { owner, epoch } = (await ledger.handoffs.find(id)) ?? {};
      assert.ok(owner?.kind === 'agent' && owner.agent === winners[0]);
      assert.equal(epoch, 2);
      assert.equal((await events()).length, 2);
    });

    it('keep the clocks of who wrote, once for a message', async () => {
      const { id } = await request();
      const [agent, other] = [aStaff(), aStaff()];
      await accept(id, agent);
      const say = (by: 'customer' | StaffId, at: Instant, message = aMessage()) =>
        ledger.handoffs.said(id, { id: message, by, text: `words at ${at - NOON}`, files: 0 }, at);
      const clocks = async () => {
        const found = await ledger.handoffs.find(id);
        assert.ok(found?.owner.kind === 'agent');
        const { customerAt, agentAt, owner } = found;
        return [customerAt, agentAt, owner.firstReplyAt, owner.aliveAt].map((at) => (at === null ? null : at - NOON));
      };
      const message = aMessage();
      await Promise.all([1, 2, 3].map(() => say('customer', NOON + 10, message)));
      await say('customer', NOON + 50, message);
      assert.deepEqual(await clocks(), [10, null, null, 0]);
      await say(other, NOON + 20);
      assert.deepEqual(await clocks(), [10, 20, null, 0], 'a supervisor answers the customer, not for the agent');
      await say(agent, NOON + 30);
      await say(agent, NOON + 40);
      await say(agent, NOON + 35);
      assert.deepEqual(await clocks(), [10, 40, 30, 40]);
      const messages = (await events()).filter(({ kind }) => kind === 'message');
      assert.deepEqual(
        messages.map(({ by, data }) => [by, data.text]),
        [
          ['customer', 'words at 10'],
          [other, 'words at 20'],
          [agent, 'words at 30'],
          [agent, 'words at 40'],
          [agent, 'words at 35'],
        ],
      );
      assert.deepEqual(messages[0]?.data, { id: message, text: 'words at 10', files: 0 });
      const ended = await giveBack(id, agent, NOON + 60);
      await say('customer', NOON + 70);
      await say(agent, NOON + 80);
      assert.deepEqual(await ledger.handoffs.find(id), ended, 'an ended one stays as it was');
      assert.deepEqual(
        await ledger.deskEvents.newestWords([id, aHandoffId('nothing')]),
        new Map([[id, 'words at 80']]),
        'but what was said is kept',
      );
    });

    it('see signs of life of whoever has it, forward only, and without any news', async () => {
      const { id } = await request();
      const agent = aStaff();
      await ledger.handoffs.alive(id, agent, NOON + 1);
      const { epoch } = await accept(id, agent, NOON + 10);
      for (const [by, at] of [
        [agent, 50],
        [agent, 20],
        [aStaff(), 90],
      ] as const)
        await ledger.handoffs.alive(id, by, NOON + at);
      const found = await ledger.handoffs.find(id);
      assert.ok(found?.owner.kind === 'agent');
      assert.deepEqual([found.owner.aliveAt - NOON, found.epoch], [50, epoch]);
      assert.equal((await events()).length, 2);
      const ended = await giveBack(id, agent, NOON + 60);
      await ledger.handoffs.alive(id, agent, NOON + 70);
      assert.deepEqual(await ledger.handoffs.find(id), ended);
    });

    it('are written down sealed, and what was said too', async () => {
      const { id, conversation } = await request();
      await ledger.handoffs.said(id, { id: aMessage('m1'), by: 'customer', text: '隔壁的老人摔倒了', files: 1 }, NOON);
      await ledger.notes.add({ id: 'n', conversation, by: aStaff(), kind: 'whisper', text: '客户情绪激动' }, NOON);
      const everything = home.everything();
      const secrets = ['三十块', '13800138000', '摔倒', '情绪'];
      assert.deepEqual(
        secrets.filter((secret) => everything.includes(secret)),
        [],
      );
      assert.ok(everything.includes(id), 'the search finds what is there');
    });

    it('stay as they were over a restart', async () => {
      const { id } = await request();
      const taken = await accept(id, aStaff());
      await ledger.close();
      ledger = await openAt(home.location);
      assert.deepEqual(await ledger.handoffs.open(), [taken]);
    });
  });
}
