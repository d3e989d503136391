import assert from 'node:assert/strict';
import type { Inbound } from '../../bot/conversations.ts';
import { Dispatcher } from '../../bot/dispatcher.ts';
import { changedNews } from '../../bot/handoffNews.ts';
import type { Intake } from '../../bot/intake.ts';
import { Ticker } from '../../bot/timers.ts';
import type { Handoff } from '../../domain/desk/handoff.ts';
import type { HandoffId, IdempotencyKey, InstanceId, StaffId } from '../../domain/ids.ts';
import { until } from '../channels/directline/line.ts';
import { manual, memoryLedger, START, ZONE } from '../conversations/talk.ts';
import { type MemoryDesk, memoryDesk } from '../support/memoryDesk.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const { offerSeconds, silentSeconds, giveUpMinutes, handlingMinutes } = manual.handoff;

/** A desk, the inboxes behind it, and a clock that stands until it is moved. */
class Scene {
  readonly desk: MemoryDesk = memoryDesk();
  readonly inbox: Inbound[] = [];
  readonly failures: unknown[] = [];
  readonly dispatchers: Dispatcher[] = [];
  now = START;
  signals = 0;
  repeats = 0;
  full = false;

  readonly intake: Intake = async (_conversation, inbound) => {
    if (this.full) return { kind: 'full' };
    if (this.inbox.some(({ id }) => id === inbound.id)) {
      this.repeats += 1;
      return { kind: 'duplicate', position: null };
    }
    this.inbox.push(inbound);
    return { kind: 'accepted', position: null };
  };

  options() {
    return {
      ledger: this.desk,
      manual,
      zone: ZONE,
      intake: this.intake,
      signals: {
        send: () => {
          this.signals += 1;
        },
      },
      now: () => this.now,
      failed: (error: unknown) => this.failures.push(error),
    };
  }

  dispatcher(): Dispatcher {
    return new Dispatcher(this.options());
  }

  /** Milliseconds later, every agent still there but those named. */
  later(ms: number, ...gone: string[]): void {
    this.now += ms;
    for (const { id } of this.desk.agents.values()) if (!gone.includes(id)) this.desk.agent(id, this.now);
  }

  /** So many seconds of a running dispatcher; `each` happens in every one of them. */
  async run(dispatcher: Dispatcher, seconds: number, each: () => void = () => {}): Promise<void> {
    for (let second = 1; second <= seconds; second += 1) {
      this.now += SECOND;
      each();
      if (second % 3 === 0) await dispatcher.look();
      await dispatcher.round();
    }
  }

  owner(id: HandoffId): Handoff['owner'] | undefined {
    return this.desk.kept.get(id)?.owner;
  }

  accept(id: HandoffId, agent: string): Handoff {
    const owner = {
      kind: 'agent',
      agent: agent as StaffId,
      since: this.now,
      aliveAt: this.now,
      firstReplyAt: null,
    } as const;
    return this.desk.put(id, { owner, first: false });
  }

  places(): unknown[] {
    return this.inbox.filter(({ activity }) => activity.name === 'handoff.place').map(({ activity }) => activity.value);
  }
}

describe('the dispatcher', () => {
  let scene: Scene;
  let dispatcher: Dispatcher;
  beforeEach(() => {
    scene = new Scene();
    dispatcher = scene.dispatcher();
  });
  afterEach(() => assert.deepEqual(scene.failures, []));

  it('asks for nothing but what is open while nothing is', async () => {
    scene.desk.agent('a', START);
    await dispatcher.round();
    assert.deepEqual(scene.desk.calls, ['open']);
  });

  it('reads what is open and who is there once a round, however much there is to do', async () => {
    for (const id of ['a', 'b', 'c']) scene.desk.agent(id, START);
    for (let each = 0; each < 5; each += 1) scene.desk.request(START);
    await dispatcher.round();
    const reads = scene.desk.calls.filter((name) => name === 'open' || name === 'list');
    assert.deepEqual(reads, ['open', 'list']);
  });

  it('offers who waits for the time of the manual, and tells conversation and desk at once', async () => {
    scene.desk.agent('a', START);
    const { id } = scene.desk.request(START);
    await dispatcher.round();
    assert.deepEqual(scene.owner(id), { kind: 'offered', agent: 'a', until: START + offerSeconds * SECOND });
    assert.deepEqual(scene.inbox, [changedNews({ id, epoch: 2 }, START)]);
    assert.equal(scene.inbox[0]?.id, `timer/handoff.changed:${id}:2`);
    assert.equal(scene.signals, 1);
  });

  it('passes an offer when its time is over, to the next one', async () => {
    scene.desk.agent('a', START);
    const { id } = scene.desk.request(START);
    await dispatcher.round();
    scene.desk.agent('b', START);
    scene.later(offerSeconds * SECOND - 1);
    await dispatcher.round();
    assert.deepEqual(scene.owner(id), { kind: 'offered', agent: 'a', until: START + offerSeconds * SECOND });
    scene.later(1);
    await dispatcher.round();
    assert.deepEqual(scene.desk.kept.get(id)?.passed, ['a']);
    const owner = scene.owner(id);
    assert.deepEqual(owner?.kind === 'offered' && owner.agent, 'b');
  });

  it('passes an offer at once when who was asked goes away', async () => {
    scene.desk.agent('a', START);
    const { id } = scene.desk.request(START);
    await dispatcher.round();
    scene.desk.agent('a', START, { status: 'away' });
    await dispatcher.round();
    assert.equal(scene.owner(id)?.kind, 'queue');
  });

  it('brings the customer of an agent who is gone back to the head of the queue, with the wait so far', async () => {
    scene.desk.agent('a', START);
    const waiting = scene.desk.request(START - 5 * MINUTE);
    const { id } = scene.desk.request(START);
    scene.accept(id, 'a');
    scene.now = START + silentSeconds * SECOND;
    await scene.desk.handoffs.alive(id, 'a' as StaffId, scene.now);
    await dispatcher.round();
    assert.equal(scene.owner(id)?.kind, 'agent', 'still in time');
    scene.now += 1;
    await dispatcher.round();
    const lost = scene.desk.kept.get(id);
    assert.deepEqual([lost?.owner.kind, lost?.first, lost?.waitingSince], ['queue', true, START]);
    assert.deepEqual(lost?.former, ['a']);
    assert.deepEqual(
      (await scene.desk.handoffs.open()).map((one) => one.id),
      [id, waiting.id],
    );
  });

  describe('when another instance is lost', () => {
    const other = 'other' as InstanceId;
    /** What the other instance and its agents do while they live. */
    const lives =
      (...agents: string[]) =>
      () => {
        scene.desk.signs.set(other, scene.now);
        for (const agent of agents) scene.desk.agent(agent, scene.now, { seenBy: other });
      };
    const served = (agent: string) => {
      const { id } = scene.desk.request(scene.now);
      scene.accept(id, agent);
      scene.desk.put(id, { agentAt: scene.now });
      return id;
    };
    const kind = (id: HandoffId) => scene.owner(id)?.kind;

    it('brings its customers back within 30 s, and offers them to nobody who was there', async () => {
      const id = served('a');
      await scene.run(dispatcher, 61, lives('a'));
      await scene.run(dispatcher, 14);
      assert.equal(kind(id), 'agent', 'the agent may still come to another');
      await scene.run(dispatcher, 30 - 14);
      assert.equal(kind(id), 'queue');
      await scene.run(dispatcher, 30);
      const commands = scene.desk.events.map(({ data }) => data.command);
      assert.deepEqual(commands, ['lose'], 'once, and no offers come and go');
      assert.deepEqual(scene.places().at(-1), { handoff: id, position: 1, waitSeconds: null });
    });

    it('leaves customers to agents who came elsewhere, or are silent on an instance that lives', async () => {
      const [moved, silent] = [served('a'), served('b')];
      const onOther = lives('a');
      await scene.run(dispatcher, 60, () => {
        onOther();
        scene.desk.agent('b', scene.now);
      });
      await scene.run(dispatcher, 10);
      scene.desk.agent('a', scene.now);
      await scene.run(dispatcher, silentSeconds - 10);
      assert.deepEqual([kind(moved), kind(silent)], ['agent', 'agent']);
      await scene.run(dispatcher, 1);
      assert.deepEqual([kind(moved), kind(silent)], ['agent', 'offered'], 'to who is there');
      await scene.run(dispatcher, 10);
      assert.equal(kind(moved), 'queue', 'by the time of the manual');
    });

    it('gives the agents of an instance that was started again time to come back', async () => {
      const id = served('a');
      await scene.run(dispatcher, 60, lives('a'));
      scene.now += 20 * SECOND;
      dispatcher = scene.dispatcher();
      await dispatcher.look();
      await scene.run(dispatcher, 17);
      assert.equal(kind(id), 'agent');
      await scene.run(dispatcher, 4);
      assert.equal(kind(id), 'queue', 'sooner than by the time of the manual');
    });

    it('blames nobody else for a store that did not answer', async () => {
      const id = served('a');
      await scene.run(dispatcher, 60, lives('a'));
      scene.now += 25 * SECOND;
      await dispatcher.look();
      await scene.run(dispatcher, 1);
      assert.equal(kind(id), 'agent');
    });
  });

  it('goes on when it cannot say that it lives', async () => {
    const { id } = scene.desk.request(START);
    scene.desk.agent('a', START);
    scene.desk.broken = 'renew';
    dispatcher.start();
    await until('both', () => scene.failures.length > 0 && scene.owner(id)?.kind === 'offered');
    await dispatcher.stop();
    assert.ok(scene.failures.splice(0).length > 0);
  });

  it('takes agents who are away, disabled or no longer known for gone', async () => {
    for (const [agent, change] of [
      ['away', { status: 'away' }],
      ['disabled', { disabled: true }],
      ['unknown', null],
    ] as const) {
      if (change !== null) scene.desk.agent(agent, START, change);
      const { id } = scene.desk.request(START);
      scene.accept(id, agent);
      await dispatcher.round();
      assert.equal(scene.owner(id)?.kind, 'queue', agent);
    }
    const { id } = scene.desk.request(START);
    scene.desk.agent('busy', START, { status: 'busy' });
    scene.accept(id, 'busy');
    await dispatcher.round();
    assert.equal(scene.owner(id)?.kind, 'agent', 'busy ones keep what they have');
  });

  it('takes a customer from an agent who shows no sign of life, only while the customer waits for an answer', async () => {
    const ids = [scene.desk.request(START).id, scene.desk.request(START).id];
    scene.desk.agent('a', START);
    for (const id of ids) scene.accept(id, 'a');
    const [unanswered = ids[0], answered] = ids;
    assert.ok(unanswered && answered);
    scene.desk.put(answered, { agentAt: START + 1 });
    scene.later(silentSeconds * SECOND);
    await dispatcher.round();
    assert.equal(scene.owner(unanswered)?.kind, 'agent', 'still in time');
    scene.later(1);
    scene.desk.agent('a', scene.now, { status: 'busy' });
    await dispatcher.round();
    assert.equal(scene.owner(unanswered)?.kind, 'queue');
    assert.equal(scene.owner(answered)?.kind, 'agent');
    scene.desk.put(answered, { customerAt: scene.now });
    await dispatcher.round();
    assert.equal(scene.owner(answered)?.kind, 'queue');
  });

  it('files a call-back when nobody came in time, not while somebody is asked', async () => {
    const { id } = scene.desk.request(START);
    scene.later(giveUpMinutes * MINUTE - 1);
    await dispatcher.round();
    assert.equal(scene.owner(id)?.kind, 'queue');
    scene.desk.agent('a', scene.now);
    const behind = scene.desk.request(scene.now);
    await dispatcher.round();
    assert.equal(scene.owner(behind.id)?.kind, 'queue');
    scene.later(1);
    await dispatcher.round();
    assert.equal(scene.owner(id)?.kind, 'offered');
    scene.desk.agent('a', scene.now, { status: 'away' });
    await dispatcher.round();
    assert.deepEqual(scene.owner(id), { kind: 'ended', how: 'callback', by: 'clock', at: scene.now, result: null });
  });

  it('does not give up at once on somebody who loses an agent after a long conversation', async () => {
    const { id } = scene.desk.request(START);
    scene.now += 2 * giveUpMinutes * MINUTE;
    scene.accept(id, 'gone');
    scene.desk.put(id, { agentAt: scene.now });
    await dispatcher.round();
    assert.equal(scene.owner(id)?.kind, 'queue');
    scene.now += giveUpMinutes * MINUTE;
    await dispatcher.round();
    assert.equal(scene.owner(id)?.kind, 'ended');
  });

  it('files a call-back for those over whose head the desk closed, never for those an agent has', async () => {
    // a Saturday: whether the desk is open is the manual's business
    const hours = { workingDays: [], otherDays: [['09:00', '18:00'] as const] };
    scene.desk.settings = { open: null, notice: null, hours };
    scene.now = Date.parse('2026-11-21T17:59:59+08:00');
    const [waits, served] = [scene.desk.request(scene.now), scene.desk.request(scene.now)];
    scene.desk.agent('a', scene.now, { status: 'busy' });
    scene.accept(served.id, 'a');
    await dispatcher.round();
    assert.equal(scene.owner(waits.id)?.kind, 'queue');
    scene.now += SECOND;
    await dispatcher.round();
    const owner = scene.owner(waits.id);
    assert.equal(owner?.kind === 'ended' && owner.how, 'callback');
    assert.equal(scene.owner(served.id)?.kind, 'agent');
  });

  it('lets a colleague take over whom an agent passes on after the desk has closed', async () => {
    scene.desk.settings = { open: false, notice: null, hours: null };
    const { id } = scene.desk.request(START);
    for (const agent of ['a', 'b']) scene.desk.agent(agent, scene.now);
    scene.accept(id, 'a');
    const to = { agent: 'b' as StaffId };
    await scene.desk.handoffs.change(id, { kind: 'transfer', by: 'a' as StaffId, to }, scene.now);
    await dispatcher.round();
    const owner = scene.owner(id);
    assert.equal(owner?.kind === 'offered' && owner.agent, 'b');
  });

  it('heeds a supervisor who closes or opens the desk whatever the hours say', async () => {
    scene.now = Date.parse('2026-11-22T03:00:00+08:00');
    const night = scene.desk.request(scene.now);
    await dispatcher.round();
    assert.equal(scene.owner(night.id)?.kind, 'queue');
    scene.desk.settings = { open: false, notice: null, hours: null };
    await dispatcher.round();
    assert.equal(scene.owner(night.id)?.kind, 'ended');
  });

  it('prefers who served the customer before', async () => {
    for (const id of ['a', 'b']) scene.desk.agent(id, START);
    const before = scene.desk.request(START - MINUTE);
    scene.desk.put(before.id, {
      former: ['b' as StaffId],
      owner: { kind: 'ended', how: 'returned', by: 'b', at: START, result: 'solved' },
    });
    const { id } = scene.desk.request(START, { customer: before.customer });
    await dispatcher.round();
    const owner = scene.owner(id);
    assert.equal(owner?.kind === 'offered' && owner.agent, 'b');
  });

  it('tells the waiting their place at once, then when it has changed, at most every ten seconds', async () => {
    const [first, second, third] = [START, START + 1, START + 2].map((at) => scene.desk.request(at));
    assert.ok(first && second && third);
    const place = ({ id }: { id: HandoffId }, position: number) => ({ handoff: id, position, waitSeconds: null });
    const round = async (ms: number) => {
      scene.now += ms;
      await dispatcher.round();
      return scene.places().splice(told.length);
    };
    const told: unknown[] = [];
    const hears = async (ms: number, expected: readonly unknown[], why: string) => {
      assert.deepEqual(await round(ms), expected, why);
      told.push(...expected);
    };
    await hears(3, [place(first, 1), place(second, 2), place(third, 3)], 'where they begin');
    await scene.desk.handoffs.change(first.id, { kind: 'leave' }, scene.now);
    await hears(SECOND, [], 'too soon after the last word');
    await hears(10 * SECOND, [place(second, 1), place(third, 2)], 'who was before them left');
    await hears(20 * SECOND, [], 'nothing new');
    // somebody more urgent comes and goes
    const urgent = scene.desk.request(scene.now, { reason: 'security' });
    await hears(20 * SECOND, [place(urgent, 1), place(second, 2), place(third, 3)], 'somebody goes first');
    await scene.desk.handoffs.change(urgent.id, { kind: 'leave' }, scene.now);
    await hears(20 * SECOND, [place(second, 1), place(third, 2)], 'as before');
    assert.equal(scene.repeats, 0);
  });

  it('tells nobody their place who is being offered', async () => {
    scene.desk.agent('a', START);
    scene.desk.request(START);
    await dispatcher.round();
    assert.deepEqual(scene.places(), []);
  });

  it('tells a place again that did not get into a full inbox', async () => {
    const { id } = scene.desk.request(START);
    scene.full = true;
    await dispatcher.round();
    scene.full = false;
    await dispatcher.round();
    assert.deepEqual(scene.places(), [{ handoff: id, position: 1, waitSeconds: null }]);
  });

  it('estimates the wait by what conversations took, or by the manual before there were any', async () => {
    for (const [handling, expected] of [
      [[], handlingMinutes * 60],
      [[60_000, 180_000], 120],
    ] as const) {
      scene = new Scene();
      dispatcher = scene.dispatcher();
      scene.desk.handling = [...handling];
      scene.desk.agent('a', START, { limit: 1 });
      scene.accept(scene.desk.request(START).id, 'a');
      const { id } = scene.desk.request(START);
      await dispatcher.round();
      assert.deepEqual(scene.places(), [{ handoff: id, position: 1, waitSeconds: expected }]);
    }
  });

  it('goes on with the others when one hand-off fails', async () => {
    for (const id of ['a', 'b']) scene.desk.agent(id, START);
    const [bad, good] = [scene.desk.request(START), scene.desk.request(START + 1)];
    scene.desk.broken = `change ${bad.id}`;
    await dispatcher.round();
    assert.deepEqual([scene.owner(bad.id)?.kind, scene.owner(good.id)?.kind], ['queue', 'offered']);
    assert.equal(scene.failures.splice(0).length, 1);
    scene.desk.broken = null;
    await dispatcher.round();
    assert.equal(scene.owner(bad.id)?.kind, 'offered');
  });

  it('has one effect when two instances do it at the same moment', async () => {
    const other = scene.dispatcher();
    const both = () => Promise.all([dispatcher.round(), other.round()]);
    for (const id of ['a', 'b']) scene.desk.agent(id, START);
    for (let each = 0; each < 4; each += 1) scene.desk.request(START + each);
    for (const { id } of [...scene.desk.kept.values()].slice(0, 2)) scene.accept(id, 'gone');
    for (let round = 0; round < 40; round += 1) {
      await both();
      for (const { id, owner } of scene.desk.kept.values()) {
        if (owner.kind === 'offered' && round % 7 === 3) scene.accept(id, owner.agent);
      }
      scene.later(SECOND);
    }
    const changes = scene.desk.events.map(({ handoff, data }) => `timer/handoff.changed:${handoff}:${data.epoch}`);
    const heard = scene.inbox.map(({ id }) => String(id)).filter((id) => id.startsWith('timer/'));
    assert.deepEqual(heard, changes, 'every change is told once, in order');
    assert.ok(scene.desk.events.filter(({ data }) => data.command === 'lose').length >= 2);
  });

  it('knows which conversations agents have', async () => {
    const { id, conversation } = scene.desk.request(START);
    scene.desk.agent('a', START);
    await dispatcher.round();
    assert.equal(dispatcher.isHeld(conversation), false);
    scene.accept(id, 'a');
    await dispatcher.round();
    assert.equal(dispatcher.isHeld(conversation), true);
    await scene.desk.handoffs.change(id, { kind: 'leave' }, START);
    await dispatcher.round();
    assert.equal(dispatcher.isHeld(conversation), false);
  });

  it('brings the very news that the timer of the change brings, on the real ledger', async () => {
    const ledger = await memoryLedger();
    const source = { channel: 'web', account: 'web', sourceId: 'dl_1' };
    const draft = { ...scene.desk.request(START), customer: await ledger.customers.ofSource(source, START) };
    const { id } = await ledger.handoffs.request(draft, 'r' as IdempotencyKey, START);
    const agent = { login: 'a', name: 'a', role: 'agent', skills: [], languages: ['zh-Hans'], limit: 2 } as const;
    const staff = await ledger.staff.add(agent, null, false, START);
    assert.ok(staff !== 'taken');
    await ledger.staff.setStatus(staff.id, 'available', START);
    await ledger.staff.seen(staff.id, START);
    const real = new Dispatcher({ ...scene.options(), ledger: { ...ledger, deskBook: scene.desk.deskBook } });
    await real.round();
    const offered = await ledger.handoffs.find(id);
    assert.equal(offered?.owner.kind, 'offered');
    const ticker = new Ticker({
      ...scene.options(),
      ledger,
      clock: () => {},
      utteranceDays: 90,
    });
    await ticker.tick();
    const told = scene.inbox.map((inbound) => String(inbound.id)).filter((each) => each.endsWith(':2'));
    assert.deepEqual(told, [`timer/handoff.changed:${id}:2`]);
    assert.equal(scene.repeats, 1, 'the timer of the offer found the news there');
    // the agent goes: nobody sees to anything but the clock
    scene.now += silentSeconds * SECOND + 1;
    await real.round();
    const back = await ledger.handoffs.find(id);
    assert.deepEqual([back?.owner.kind, back?.waitingSince], ['queue', START]);
    await ledger.close();
  });
});
