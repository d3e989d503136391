import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import type { HandoffCommand } from '../../domain/desk/handoff.ts';
import { aHandoff, aStaff } from './ledgerDeskFixtures.ts';
import { aComplaint, aKey, aSlot, aVisit, HOUR, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';
import { addWebhook, takeAll } from './ledgerWebhookFixtures.ts';

export function ledgerWebhookNews(makeHome: MakeHome): void {
  describe('what webhooks are told', () => {
    let home: TestHome;
    let ledger: Books;
    let hook: string;
    beforeEach(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
      hook = (await addWebhook(ledger)).id;
    });
    afterEach(async () => {
      await ledger.close();
      home.remove();
    });
    const told = () => takeAll(ledger, hook, NOON + 100 * HOUR);
    const events = async () => (await told()).map(({ event }) => event);

    it('of a case: its stages, clocks and notes, in order, without a word of anybody', async () => {
      const draft = aComplaint({ answers: { story: '隔壁的老人摔倒了', phone: '13800138000' } });
      const { number } = await ledger.cases.register(draft, aKey(), NOON);
      const note = (what: 'urged' | 'amended' | 'clock-warning' | 'clock-breach' | 'reclassified' | 'proof-failed') =>
        ledger.cases.note(number, { by: 'clock', what, detail: 'x', note: '很着急' }, aKey(), NOON + 1);
      for (const what of ['clock-warning', 'clock-breach', 'reclassified', 'urged', 'amended', 'proof-failed'] as const)
        await note(what);
      const move = (to: 'classified' | 'withdrawn', by: string) =>
        ledger.cases.move(number, to, { by, note: '已派人' }, aKey(), NOON + 2);
      await move('classified', 'crm');
      await move('withdrawn', 'customer');
      const all = await told();
      assert.deepEqual(
        all.map(({ event }) => event),
        [
          'registered',
          'clock-warning',
          'clock-breach',
          'reclassified',
          'urged',
          'amended',
          'classified',
          'withdrawn',
        ].map((what) => `case.${what}`),
      );
      assert.ok(all.every(({ subject }) => subject === number));
      const { conversation } = draft;
      assert.deepEqual(all[6]?.data, {
        case: {
          ...{ number, kind: 'complaint', category: 'billing-plan', severity: 'moderate', level: null },
          ...{ stage: 'classified', owner: 'complaints-desk', area: 'sz-nanshan', channel: 'web', language: 'zh-Hans' },
          ...{ conversation, openedAt: '2026-11-23T04:00:00.000Z' },
        },
        ...{ by: 'crm', what: 'stage', detail: 'classified' },
      });
      assert.doesNotMatch(JSON.stringify(all), /摔倒|13800138000|着急|派人/);
    });

    it('of an appointment: booked, moved, cancelled or how it went, without whom it is for', async () => {
      const book = async () => {
        const booked = await ledger.bookings.book(aVisit(), aKey(), NOON);
        assert.ok(booked.kind === 'booked');
        return booked.booking.number;
      };
      const [one, two, three] = [await book(), await book(), await book()];
      const slot = aSlot(NOON + 48 * HOUR);
      await ledger.bookings.move(one, { slot, capacity: 3, remindAt: null }, aKey(), NOON + 1);
      await ledger.bookings.cancel(one, aKey(), NOON + 2);
      await ledger.bookings.settle(two, { state: 'done', by: 'tech-1' }, aKey(), NOON + 24 * HOUR);
      await ledger.bookings.settle(three, { state: 'missed', by: null }, aKey(), NOON + 24 * HOUR);
      const all = await told();
      const eventsOf = (number: string) => all.filter(({ subject }) => subject === number).map(({ event }) => event);
      assert.deepEqual(eventsOf(one), ['appointment.booked', 'appointment.moved', 'appointment.cancelled']);
      assert.deepEqual(eventsOf(two), ['appointment.booked', 'appointment.done']);
      assert.deepEqual(eventsOf(three), ['appointment.booked', 'appointment.missed']);
      const moved = all.find(({ event }) => event === 'appointment.moved')?.data.appointment;
      assert.ok(typeof moved === 'object' && moved !== null);
      assert.deepEqual(
        { ...moved, place: null, conversation: null },
        {
          ...{ number: one, kind: 'repair', service: 'broadband', place: null, state: 'booked', case: null },
          ...{ start: new Date(slot.start).toISOString(), end: new Date(slot.end).toISOString() },
          ...{ channel: 'web', conversation: null, bookedAt: '2026-11-23T04:00:00.000Z' },
        },
      );
      assert.doesNotMatch(JSON.stringify(all), /王小明|13800138000|科苑/);
    });

    it('of an outage: opened, changed, ended', async () => {
      const draft = { area: 'sz-nanshan', service: null, since: NOON, expectedRepair: NOON + HOUR };
      const { id } = await ledger.outages.open(draft, aKey(), NOON);
      await ledger.outages.update(id, { expectedRepair: null }, NOON + 1);
      await ledger.outages.update(id, { endedAt: NOON + 2 }, NOON + 2);
      await ledger.outages.update('nothing', { endedAt: NOON + 2 }, NOON + 2);
      const all = await told();
      assert.deepEqual(
        all.map(({ event, subject }) => [event, subject]),
        [
          ['outage.opened', id],
          ['outage.changed', id],
          ['outage.ended', id],
        ],
      );
      const since = '2026-11-23T04:00:00.000Z';
      const ended = { id, area: 'sz-nanshan', service: null, since, expectedRepair: null };
      assert.deepEqual(all[2]?.data, { outage: { ...ended, endedAt: '2026-11-23T04:00:00.002Z', state: 'ended' } });
    });

    it('of a hand-off: its whole life, as the Bot Framework tells it, without a word', async () => {
      const draft = aHandoff();
      const { id } = await ledger.handoffs.request(draft, aKey(), NOON);
      const [one, two] = [aStaff(), aStaff()];
      const life: readonly HandoffCommand[] = [
        { kind: 'offer', agent: one, until: NOON + 1 },
        { kind: 'pass', agent: one },
        { kind: 'accept', agent: one, over: false },
        { kind: 'lose', agent: one },
        { kind: 'accept', agent: one, over: false },
        { kind: 'transfer', by: one, to: { agent: two } },
        { kind: 'accept', agent: two, over: false },
        { kind: 'return', by: two, result: 'solved', over: false },
      ];
      for (const command of life) assert.equal((await ledger.handoffs.change(id, command, NOON)).kind, 'changed');
      const refused = await ledger.handoffs.change(id, { kind: 'leave' }, NOON);
      assert.equal(refused.kind, 'refused');
      const all = await told();
      assert.deepEqual(
        all.map(({ event, data: { activity } }) => [event, stateOf(activity)]),
        [
          ['handoff.initiated', 'handoff.initiate'],
          ['handoff.offered', null],
          ['handoff.queued', null],
          ['handoff.accepted', 'accepted'],
          ['handoff.queued', null],
          ['handoff.accepted', 'accepted'],
          ['handoff.transferred', null],
          ['handoff.accepted', 'accepted'],
          ['handoff.returned', 'completed'],
        ],
      );
      const { conversation, channel, language, reason, severity, team } = draft;
      assert.equal(all[0]?.conversation, conversation, 'whose transcript is to be added');
      assert.deepEqual(all[0]?.data.activity, {
        ...{ type: 'event', id: `${id}/1`, timestamp: '2026-11-23T04:00:00.000Z', channelId: channel },
        name: 'handoff.initiate',
        value: {
          ...{ handoff: id, team, language, reason, severity },
          ...{ intent: 'handoff.request', confidence: 0.97, mood: 'upset' },
        },
        conversation: { id: conversation },
      });
      assert.ok(all.slice(1).every((each) => each.conversation === null));
      assert.doesNotMatch(JSON.stringify(all), /三十块|13800138000/);
    });

    it('of a hand-off that the customer leaves, or nobody takes', async () => {
      const left = await ledger.handoffs.request(aHandoff(), aKey(), NOON);
      await ledger.handoffs.change(left.id, { kind: 'leave' }, NOON);
      await told();
      const called = await ledger.handoffs.request(aHandoff(), aKey(), NOON);
      await ledger.handoffs.change(called.id, { kind: 'callback' }, NOON);
      assert.deepEqual(await events(), ['handoff.initiated', 'handoff.callback']);
    });
  });
}

/** Of an event activity: its state, or its name when it has none. */
function stateOf(activity: unknown): unknown {
  if (typeof activity !== 'object' || activity === null) return null;
  const { name, value } = activity as { name: string; value: { state?: string } };
  return value.state ?? name;
}
