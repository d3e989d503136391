import assert from 'node:assert/strict';
import type { Booked, NewBooking } from '../../domain/appointments/booking.ts';
import { parseNumber } from '../../domain/cases/number.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aBookingNumber, aCustomer, aKey, aSlot, aVisit, fresh, HOUR, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

const DAY = 24 * HOUR;

export function ledgerBookings(makeHome: MakeHome): void {
  describe('bookings', () => {
    let home: TestHome;
    let ledger: Ledger;
    before(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    after(async () => {
      await ledger.close();
      home.remove();
    });

    const book = async (draft: NewBooking) => {
      const result = await ledger.bookings.book(draft, aKey(), NOON);
      assert.equal(result.kind, 'booked');
      return result.booking;
    };
    const taken = async ({ kind, place, slot }: NewBooking) =>
      (await ledger.bookings.taken(kind, place, slot.start, slot.start + 1)).get(slot.id) ?? 0;
    const to = (hours: number, capacity = 1) => ({ slot: aSlot(NOON + hours * HOUR), capacity, remindAt: null });

    it('gives back what was booked', async () => {
      const draft = aVisit({ case: 'GZ1' });
      const booking = await book(draft);
      const { capacity, remindAt, ...kept } = draft;
      const { number, ...rest } = booking;
      assert.deepEqual(rest, { ...kept, state: 'booked', bookedAt: NOON, settledBy: null });
      assert.deepEqual(parseNumber(number), { kind: 'number', value: number, prefix: 'YY' });
      assert.deepEqual(await ledger.bookings.find(number), booking);
      assert.equal(await ledger.bookings.find(aBookingNumber('YY0')), null);
      assert.ok(capacity > 0 && remindAt !== null);
    });

    it('books the last 3 seats exactly 3 times when 30 want them at once', async () => {
      const other = await openAt(home.location);
      const draft = aVisit({ capacity: 5 });
      await book(draft);
      await book(draft);
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? ledger : other).bookings.book(draft, aKey(), NOON)),
      );
      await other.close();
      assert.equal(results.filter((one) => one.kind === 'booked').length, 3);
      assert.equal(await taken(draft), 5);
      const { slot } = draft;
      const inSlot = await ledger.bookings.between(slot.start, slot.start + 1, 1_000);
      assert.equal(inSlot.filter((one) => one.place === draft.place).length, 5);
    });

    it('answers a repeat as the first time, booked or not', async () => {
      const draft = aVisit({ capacity: 1 });
      const keys = [aKey(), aKey()] as const;
      const first = await ledger.bookings.book(draft, keys[0], NOON);
      assert.equal(first.kind, 'booked');
      const late = await ledger.bookings.book(draft, keys[1], NOON);
      assert.deepEqual(late, { kind: 'slotTaken' });
      await ledger.bookings.move(first.booking.number, to(50), aKey(), NOON);
      assert.deepEqual(await ledger.bookings.book(draft, keys[0], NOON), first);
      assert.deepEqual(await ledger.bookings.book(draft, keys[1], NOON), late);
      assert.equal(await taken(draft), 0);
    });

    it('books once for a key when 20 race', async () => {
      const draft = aVisit({ capacity: 10 });
      const key = aKey();
      const results: Booked[] = await Promise.all(
        Array.from({ length: 20 }, () => ledger.bookings.book(draft, key, NOON)),
      );
      assert.equal(new Set(results.map((one) => (one.kind === 'booked' ? one.booking.number : 'none'))).size, 1);
      assert.equal(await taken(draft), 1);
    });

    it('gives a cancelled seat to the next customer', async () => {
      const draft = aVisit({ capacity: 1 });
      const { number } = await book(draft);
      const key = aKey();
      const cancelled = await ledger.bookings.cancel(number, key, NOON);
      assert.equal(cancelled.kind === 'booked' && cancelled.booking.state, 'cancelled');
      await book(draft);
      assert.deepEqual(await ledger.bookings.cancel(number, key, NOON), cancelled);
      assert.equal(await taken(draft), 1, 'a repeated cancel does not free the next one');
      assert.deepEqual(await ledger.bookings.cancel(number, aKey(), NOON), { kind: 'notOpen', state: 'cancelled' });
      assert.deepEqual(await ledger.bookings.cancel(aBookingNumber('YY0'), aKey(), NOON), { kind: 'unknown' });
    });

    it('frees the old seat and takes the new one when a visit moves', async () => {
      const draft = aVisit({ capacity: 1 });
      const { number } = await book(draft);
      const moved = await ledger.bookings.move(number, to(60), aKey(), NOON);
      assert.deepEqual(moved.kind === 'booked' && moved.booking.slot, aSlot(NOON + 60 * HOUR));
      assert.equal(await taken(draft), 0);
      assert.equal(await taken({ ...draft, slot: aSlot(NOON + 60 * HOUR) }), 1);
      await book(draft);
    });

    it('leaves a visit where it was when the new slot is full', async () => {
      const draft = aVisit({ capacity: 1 });
      await book({ ...draft, slot: aSlot(NOON + 60 * HOUR) });
      const booking = await book(draft);
      assert.deepEqual(await ledger.bookings.move(booking.number, to(60), aKey(), NOON), { kind: 'slotTaken' });
      assert.deepEqual(await ledger.bookings.find(booking.number), booking);
      assert.equal(await taken(draft), 1);
    });

    it('keeps the seat of a visit that moves to its own slot', async () => {
      const draft = aVisit({ capacity: 1 });
      const { number } = await book(draft);
      const same = await ledger.bookings.move(number, { slot: draft.slot, capacity: 1, remindAt: null }, aKey(), NOON);
      assert.equal(same.kind, 'booked');
      assert.equal(await taken(draft), 1);
    });

    it('lets two visits in full slots neither swap nor block each other', async () => {
      const place = fresh('place');
      const one = await book(aVisit({ place, capacity: 1, slot: aSlot(NOON + 70 * HOUR) }));
      const two = await book(aVisit({ place, capacity: 1, slot: aSlot(NOON + 80 * HOUR) }));
      const results = await Promise.all([
        ledger.bookings.move(one.number, to(80), aKey(), NOON),
        ledger.bookings.move(two.number, to(70), aKey(), NOON),
      ]);
      assert.deepEqual(results, [{ kind: 'slotTaken' }, { kind: 'slotTaken' }]);
    });

    it('counts seats above a capacity that was cut down', async () => {
      const draft = aVisit({ capacity: 3 });
      const first = await book(draft);
      await book(draft);
      await book(draft);
      await ledger.bookings.cancel(first.number, aKey(), NOON);
      assert.deepEqual(await ledger.bookings.book({ ...draft, capacity: 2 }, aKey(), NOON), { kind: 'slotTaken' });
    });

    it('settles an open visit once, not before it begins, and keeps who said so', async () => {
      const { number } = await book(aVisit());
      const starts = NOON + 24 * HOUR;
      const settle = (state: 'done' | 'missed', by: string | null, at: number) =>
        ledger.bookings.settle(number, { state, by }, aKey(), at);
      assert.deepEqual(await settle('done', 'tech-1', starts - 1), { kind: 'tooEarly', start: starts });
      assert.equal((await ledger.bookings.find(number))?.state, 'booked');
      const done = await settle('done', 'tech-1', starts);
      assert.ok(done.kind === 'booked');
      assert.deepEqual([done.booking.state, done.booking.settledBy], ['done', 'tech-1']);
      const again = await settle('missed', 'tech-2', starts);
      assert.deepEqual(again, { kind: 'notOpen', state: 'done' });
      assert.equal((await ledger.bookings.find(number))?.settledBy, 'tech-1');
      assert.deepEqual(await ledger.bookings.move(number, to(60), aKey(), NOON), again);
    });

    it('tells what is still to come, soonest first', async () => {
      const customer = aCustomer();
      const at = (hours: number) => book(aVisit({ customer, slot: aSlot(NOON + hours * HOUR) }));
      const later = await at(30);
      const running = await at(-1);
      await at(-3);
      const off = await at(40);
      await ledger.bookings.cancel(off.number, aKey(), NOON);
      assert.deepEqual(await ledger.bookings.upcoming(customer, NOON), [running, later]);
    });

    it('lists what starts in a span, soonest first, and no more than asked', async () => {
      const far = NOON + 1_000 * DAY;
      const at = (hours: number) => book(aVisit({ slot: aSlot(far + hours * HOUR) }));
      const [second, first, third] = [await at(2), await at(0), await at(4)];
      assert.deepEqual(await ledger.bookings.between(far, far + 4 * HOUR, 10), [first, second]);
      assert.deepEqual(await ledger.bookings.between(far, far + DAY, 2), [first, second]);
      assert.deepEqual((await ledger.bookings.between(far, far + DAY, 10)).at(-1), third);
    });
  });
}
