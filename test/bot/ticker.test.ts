import assert from 'node:assert/strict';
import type { Inbound } from '../../bot/conversations.ts';
import { Ticker } from '../../bot/timers.ts';
import type { ConversationId, IdempotencyKey } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { openClocks } from '../../domain/manual/clocks.ts';
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

function ticker(ledger: Ledger, now: () => number) {
  const events: Inbound[] = [];
  const clocks: string[] = [];
  const made = new Ticker({
    ledger,
    intake: async (_c, inbound) => {
      events.push(inbound);
      return { kind: 'accepted', position: null };
    },
    now,
    clock: (timer) => clocks.push(`${timer.kind} ${timer.detail}`),
    failed: (error) => {
      throw error;
    },
    utteranceDays: 90,
  });
  return { made, events, clocks };
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
