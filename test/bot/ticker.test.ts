import assert from 'node:assert/strict';
import { INTERNAL_CHANNEL } from '../../bot/activity.ts';
import { tellClock } from '../../bot/clockNews.ts';
import type { Inbound } from '../../bot/conversations.ts';
import { changedNews } from '../../bot/handoffNews.ts';
import { Ticker } from '../../bot/timers.ts';
import type { Source } from '../../domain/customers/identity.ts';
import type { CaseNumber, ConversationId, HandoffId, IdempotencyKey } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { openClocks } from '../../domain/manual/clocks.ts';
import type { Timer } from '../../domain/timers.ts';
import { manual, memoryLedger, START, ZONE } from '../conversations/talk.ts';

const C = 'conversation-1' as ConversationId;
const HOUR = 3_600_000;

async function withCase(ledger: Ledger) {
  const customer = await ledger.customers.ofSource({ channel: 'web', account: 'web', sourceId: 'dl_1' }, START);
  const timed = { kind: 'fault', category: 'business-service', severity: null, level: 'normal' } as const;
  const filed = await ledger.cases.register(
    {
      ...timed,
      alsoCategories: [],
      customer,
      conversation: C,
      channel: 'web',
      language: 'en',
      area: null,
      owner: 'service-support',
      answers: {},
      clocks: openClocks(manual, timed, START, ZONE),
      links: [],
    },
    'k' as IdempotencyKey,
    START,
  );
  return { customer, filed };
}

const thrown = (error: unknown): void => {
  throw error;
};

function ticker(ledger: Ledger, now: () => number, failed = thrown, full: () => boolean = () => false) {
  const events: Inbound[] = [];
  const clocks: string[] = [];
  const places: ConversationId[] = [];
  const made = new Ticker({
    ledger,
    intake: async (conversation, inbound) => {
      if (full()) return { kind: 'full' };
      events.push(inbound);
      places.push(conversation);
      return { kind: 'accepted', position: null };
    },
    now,
    clock: (timer) => clocks.push(`${timer.kind} ${timer.detail}`),
    failed,
    utteranceDays: 90,
  });
  return { made, events, clocks, places };
}

describe('timers', () => {
  it('write a coming breach and a breach into the history, once each, and tell the owner', async () => {
    const ledger = await memoryLedger();
    const { filed } = await withCase(ledger);
    let now = START + 47 * HOUR;
    const { made, clocks } = ticker(ledger, () => now);
    await made.tick();
    await made.tick();
    assert.ok(clocks.includes('case.warning fault-restored'));
    assert.ok(!clocks.includes('case.breach fault-restored'));
    now = START + 49 * HOUR;
    await made.tick();
    await made.tick();
    const history = (await ledger.cases.find(filed.number))?.history
      .filter((entry) => entry.detail === 'fault-restored')
      .map((entry) => entry.what);
    assert.deepEqual(history, ['clock-warning', 'clock-breach']);
    await ledger.close();
  });

  it('delete what was promised when it is over, and destroy what is past its retention', async () => {
    const ledger = await memoryLedger();
    const { customer, filed } = await withCase(ledger);
    const key = (text: string) => text as IdempotencyKey;
    const phone = '+8613800138000';
    const fix = { by: 'customer', case: null } as const;
    await ledger.customers.saveContact(customer, { name: '王小五', phone }, key('contact'), START);
    const note = { by: 'customer', what: 'amended', detail: null, note: '打13800138000，网还是慢' } as const;
    await ledger.cases.note(filed.number, note, key('note'), START);
    await ledger.personalData.forget(customer, 'contact', fix, key('forget'), START);
    let now = START + HOUR;
    const { made } = ticker(ledger, () => now);
    const words = async () =>
      (await ledger.cases.find(filed.number))?.history.map((entry) => entry.note ?? '').join('') ?? '';
    await made.tick();
    assert.match(await words(), /13800138000/, 'the case is open');
    await ledger.cases.move(filed.number, 'withdrawn', { by: 'customer', note: null }, key('close'), now);
    now += 2 * 60_000;
    await made.tick();
    assert.doesNotMatch(await words(), /13800138000/);
    assert.match(await words(), /网还是慢/);
    now += (manual.retention.caseDays + 1) * 24 * HOUR;
    await made.tick();
    assert.equal(await words(), '');
    await ledger.close();
  });

  /** What the desk is told of clocks. */
  const clockEvents = async (ledger: Ledger) =>
    (await ledger.deskEvents.after(0, 1000)).filter(({ kind }) => kind === 'clock');

  it('tell the desk of a coming breach and of a breach once each, also from two instances at once', async () => {
    const ledger = await memoryLedger();
    const { filed } = await withCase(ledger);
    const draft = { login: 'wang', name: '王芳', role: 'agent', languages: ['zh-Hans'], limit: 4 } as const;
    await ledger.staff.add({ ...draft, skills: ['service-support'] }, null, false, START);
    let now = START + 47 * HOUR;
    const [one, two] = [ticker(ledger, () => now), ticker(ledger, () => now)];
    for (const at of [now, START + 49 * HOUR]) {
      now = at;
      await Promise.all([one.made.tick(), two.made.tick()]);
      await one.made.tick();
    }
    // fired again, as after a crash before it was taken out
    const id = `case.breach:${filed.number}:fault-restored:1`;
    const again = { id, due: START + 48 * HOUR, kind: 'case.breach', subject: filed.number } as const;
    await tellClock({ ...again, detail: 'fault-restored', conversation: C }, ledger, now);
    const told = (await clockEvents(ledger)).filter(({ data }) => data.clock === 'fault-restored');
    const limit = new Date(START + 48 * HOUR).toISOString();
    const common = { number: filed.number, clock: 'fault-restored', limit, owner: 'service-support' };
    assert.deepEqual(
      told.map(({ data }) => data),
      [
        { ...common, what: 'warning', supervisors: false },
        { ...common, what: 'breach', supervisors: true },
      ],
    );
    await ledger.close();
  });

  it('tell supervisors of the warning, too, where nobody of the team has an account', async () => {
    const ledger = await memoryLedger();
    await withCase(ledger);
    await ticker(ledger, () => START + 47 * HOUR).made.tick();
    const told = (await clockEvents(ledger)).find(({ data }) => data.clock === 'fault-restored');
    assert.deepEqual([told?.data.what, told?.data.supervisors], ['warning', true]);
    await ledger.close();
  });

  it('say nothing of a clock that was met before its timer fired', async () => {
    const ledger = await memoryLedger();
    const { filed } = await withCase(ledger);
    const [due] = (await ledger.timers.claimDue(START + 24 * 60_000, 1, 10)).filter(
      ({ kind }) => kind === 'case.warning',
    );
    assert.equal(due?.detail, 'fault-first-response');
    await ledger.cases.move(filed.number, 'classified', { by: 'x', note: null }, 'm' as IdempotencyKey, due.due - 1);
    assert.equal(await tellClock(due, ledger, START + 25 * 60_000), false);
    assert.deepEqual(await clockEvents(ledger), []);
    await ledger.close();
  });

  it('ask the customer what staff want to know, once, where they were last', async () => {
    const ledger = await memoryLedger();
    const { filed } = await withCase(ledger);
    const pause = { by: 'tech-1', note: '门牌号？' };
    await ledger.cases.pause(filed.number, pause, 'p' as IdempotencyKey, START + 1);
    const { made, events } = ticker(ledger, () => START + 1);
    await made.tick();
    await made.tick();
    assert.deepEqual(
      events.map(({ activity }) => [activity.name, activity.value]),
      [['case.asked', { number: filed.number, question: '门牌号？' }]],
    );
    await ledger.close();
  });

  it('remind of an appointment through the inbox, with an id that makes a second firing harmless', async () => {
    const ledger = await memoryLedger();
    const { customer } = await withCase(ledger);
    const slot = { id: '2026-11-23T10:00', start: START + 48 * HOUR, end: START + 50 * HOUR };
    const booked = await ledger.bookings.book(
      {
        kind: 'branch',
        service: 'broadband',
        place: 'b1',
        slot,
        capacity: 1,
        customer,
        conversation: C,
        channel: 'web',
        language: 'en',
        contact: { name: null, phone: null, address: null },
        case: null,
        remindAt: START + 46 * HOUR,
      },
      'b' as IdempotencyKey,
      START,
    );
    assert.ok(booked.kind === 'booked');
    const { made, events } = ticker(ledger, () => START + 46 * HOUR + 1);
    await made.tick();
    await made.tick();
    const reminders = events.filter((event) => event.activity.name === 'appointment.reminder');
    assert.equal(reminders.length, 1);
    assert.equal(reminders[0]?.activity.value, booked.booking.number);
    assert.match(reminders[0]?.id ?? '', /^timer\//);
    await ledger.close();
  });

  it('note a breach again in the second life of a reopened case', async () => {
    const ledger = await memoryLedger();
    const { filed } = await withCase(ledger);
    let now = START + 49 * HOUR;
    const { made } = ticker(ledger, () => now);
    await made.tick();
    for (const stage of ['classified', 'investigating', 'resolved', 'reopened'] as const) {
      await ledger.cases.move(filed.number, stage, { by: 'staff-7', note: null }, stage as IdempotencyKey, now);
    }
    await made.tick();
    now += 48 * HOUR;
    await made.tick();
    await made.tick();
    const history = (await ledger.cases.find(filed.number))?.history.filter((one) => one.detail === 'fault-restored');
    assert.deepEqual(
      history?.map((entry) => entry.what),
      ['clock-warning', 'clock-breach', 'clock-warning', 'clock-breach'],
    );
    await ledger.close();
  });

  it('tell a customer of a stage with its note, later if the inbox is full, and never twice', async () => {
    const ledger = await memoryLedger();
    const { filed } = await withCase(ledger);
    const move = (stage: 'classified' | 'withdrawn', note: string | null, at: number) =>
      ledger.cases.move(filed.number, stage, { by: 'staff-7', note }, stage as IdempotencyKey, at);
    await move('classified', '已分派', START + 1);
    await move('withdrawn', null, START + 2);
    let now = START + 2;
    let full = true;
    const failures: unknown[] = [];
    const { made, events } = ticker(
      ledger,
      () => now,
      (error) => failures.push(error),
      () => full,
    );
    await made.tick();
    assert.deepEqual([events.length, failures.length], [0, 2]);
    full = false;
    await made.tick();
    assert.equal(events.length, 0, 'leased still');
    now += 30_000;
    await made.tick();
    await made.tick();
    const { number } = filed;
    assert.deepEqual(
      events.map(({ id, activity }) => [id, activity.channelId, activity.name, activity.value]),
      [
        [
          `timer/case.stage:${number}:2`,
          INTERNAL_CHANNEL,
          'case.stage',
          { number, stage: 'classified', note: '已分派' },
        ],
        [`timer/case.stage:${number}:3`, INTERNAL_CHANNEL, 'case.stage', { number, stage: 'withdrawn', note: null }],
      ],
    );
    await ledger.close();
  });

  describe('of a customer on several channels', () => {
    const WECHAT = 'conversation-wechat' as ConversationId;
    const wechat = { channel: 'wechat', account: 'gh', sourceId: 'openid' };
    const web = { channel: 'web', account: 'web', sourceId: 'dl_1' };
    let ledger: Ledger;
    let number: CaseNumber;
    beforeEach(async () => {
      ledger = await memoryLedger();
      const { filed, customer } = await withCase(ledger);
      number = filed.number;
      const slot = { id: 's', start: START + 48 * HOUR, end: START + 50 * HOUR };
      const visit = { kind: 'branch', service: 'broadband', place: 'b1', slot, capacity: 1, case: null } as const;
      const contact = { name: null, phone: null, address: null };
      const where = { customer, conversation: C, channel: 'web', language: 'en', contact } as const;
      await ledger.bookings.book({ ...visit, ...where, remindAt: START + HOUR }, 'b' as IdempotencyKey, START);
      await isAt(web, C, START);
    });
    afterEach(() => ledger.close());
    const isAt = (source: Source, conversation: ConversationId, at: number) =>
      ledger.customers.seen(source, { conversation, reference: '{}' }, at);
    const link = async () => {
      const { customer } = await isAt(web, C, START);
      const code = await ledger.customers.startLink(customer, web, 'code' as IdempotencyKey, START);
      await isAt(wechat, WECHAT, START + 1);
      const done = await ledger.customers.finishLink(wechat, code, 'link' as IdempotencyKey, START + 1);
      assert.equal(done.kind, 'linked');
    };
    const move = (stage: 'classified' | 'investigating', at: number) =>
      ledger.cases.move(number, stage, { by: 'staff-7', note: null }, stage as IdempotencyKey, at);

    it('go where the customer was last', async () => {
      await link();
      await move('classified', START + 2);
      let now = START + 3;
      const { made, events, places } = ticker(ledger, () => now);
      await made.tick();
      assert.deepEqual(places, [WECHAT]);
      await isAt(web, C, START + 4);
      await move('investigating', START + 5);
      now = START + HOUR;
      await made.tick();
      assert.deepEqual(places, [WECHAT, C, C]);
      assert.deepEqual(
        events.map((event) => event.id.replace(/:.*/, '')),
        ['timer/case.stage', 'timer/case.stage', 'timer/appointment.reminder'],
      );
      await isAt(wechat, WECHAT, now + 1);
    });

    it('stay where the case is as long as nothing is linked', async () => {
      await isAt(wechat, WECHAT, START + 1);
      await move('classified', START + 2);
      const { made, places } = ticker(ledger, () => START + 3);
      await made.tick();
      assert.deepEqual(places, [C]);
    });

    it('go to one place only, also when fired again after the customer went elsewhere', async () => {
      await link();
      await move('classified', START + 2);
      let now = START + 3;
      let crashed = true;
      const timers = {
        ...ledger.timers,
        done: async (id: string) => (crashed ? thrown(new Error('killed')) : ledger.timers.done(id)),
      };
      const { made, events, places } = ticker(
        { ...ledger, timers },
        () => now,
        () => {},
      );
      await made.tick();
      await isAt(web, C, START + 4);
      crashed = false;
      now += 30_000;
      await made.tick();
      assert.deepEqual(places, [WECHAT, WECHAT]);
      assert.equal(events[0]?.id, events[1]?.id);
    });

    it('leave a channel that was given up', async () => {
      await link();
      await isAt(wechat, WECHAT, START + 2);
      await ledger.customers.unlink(wechat, 'unlink' as IdempotencyKey, START + 2);
      await move('classified', START + 3);
      const { made, places } = ticker(ledger, () => START + 4);
      await made.tick();
      assert.deepEqual(places, [C]);
    });
  });

  it('tell of another owner under the id of whoever tells it at once', async () => {
    const ledger = await memoryLedger();
    const [handoff, epoch] = ['h-1' as HandoffId, 7];
    const timer: Timer = {
      ...{ id: `handoff.changed:${handoff}:${epoch}`, due: START, kind: 'handoff.changed', subject: handoff },
      ...{ detail: String(epoch), conversation: C },
    };
    const waiting = [timer];
    const timers: Ledger['timers'] = {
      claimDue: async () => waiting.splice(0),
      direct: async (_id, conversation) => conversation,
      done: async () => {},
    };
    const { made, events, clocks } = ticker({ ...ledger, timers }, () => START);
    await made.tick();
    assert.deepEqual(events, [changedNews({ id: handoff, epoch }, START)]);
    assert.deepEqual(clocks, []);
    await ledger.close();
  });

  it('do not stop at one that fails, which comes back after its lease', async () => {
    const timers = ['poison', 'b', 'c', 'd', 'e'].map((id, due) => ({
      ...{ id, due, kind: 'appointment.reminder' as const, subject: id, detail: null, conversation: C },
    }));
    const ledger = await memoryLedger();
    const leases = new Map(timers.map(({ id }) => [id, 0]));
    const poisoned: Ledger = {
      ...ledger,
      timers: {
        async claimDue(now, leaseMs) {
          const due = timers.filter(({ id }) => (leases.get(id) ?? Number.POSITIVE_INFINITY) <= now);
          for (const { id } of due) leases.set(id, now + leaseMs);
          return due;
        },
        direct: async (_id, conversation) => conversation,
        async done(id) {
          if (id === 'poison' && isPoisonous) throw new Error('poison');
          leases.delete(id);
        },
      },
    };
    let isPoisonous = true;
    let now = START;
    const failures: unknown[] = [];
    const { made, events } = ticker(
      poisoned,
      () => now,
      (error) => failures.push(error),
    );
    const fired = () => events.splice(0).map(({ id }) => id);
    await made.tick();
    assert.deepEqual(fired(), ['timer/poison', 'timer/b', 'timer/c', 'timer/d', 'timer/e']);
    assert.equal(failures.length, 1);
    assert.deepEqual([...leases.keys()], ['poison']);
    isPoisonous = false;
    now += 30_000;
    await made.tick();
    assert.deepEqual(fired(), ['timer/poison']);
    assert.equal(leases.size, 0);
    await ledger.close();
  });

  it('remove what was kept to learn from when its days are over, once a day', async () => {
    const ledger = await memoryLedger();
    const customer = await ledger.customers.ofSource({ channel: 'web', account: 'web', sourceId: 'dl_1' }, START);
    const consent = { purpose: 'improvement', channel: 'web', given: true } as const;
    await ledger.customers.recordConsent(customer, consent, 'c' as IdempotencyKey, START);
    const keep = (key: string, at: number) =>
      ledger.learning.keep(
        { customer, channel: 'web', text: key, language: 'en', kind: 'abstained', intent: null, ranked: [] },
        key as IdempotencyKey,
        at,
      );
    await keep('first words', START);
    await keep('later words', START + HOUR);
    const left = async () => (await ledger.learning.list(9)).map((one) => one.text);
    let now = START + 90 * 24 * HOUR + 1;
    const { made } = ticker(ledger, () => now);
    await made.tick();
    assert.deepEqual(await left(), ['later words']);
    now += 23 * HOUR;
    await made.tick();
    assert.deepEqual(await left(), ['later words'], 'not again on the same day');
    now += HOUR;
    await made.tick();
    assert.deepEqual(await left(), []);
    await ledger.close();
  });
});
