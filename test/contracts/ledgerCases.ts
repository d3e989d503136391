import assert from 'node:assert/strict';
import { BadCursor, NumbersExhausted } from '../../adapters/ledger/index.ts';
import type { Case, CaseFilter, Stage } from '../../domain/cases/case.ts';
import { parseNumber } from '../../domain/cases/number.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aCaseNumber, aClock, aComplaint, aCustomer, aKey, fresh, HOUR, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

const staff = { by: 'staff-7', note: null };

export function ledgerCases(makeHome: MakeHome): void {
  describe('cases', () => {
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

    it('gives back what was registered', async () => {
      const draft = aComplaint();
      const made = await ledger.cases.register(draft, aKey(), NOON);
      const { number, stage, openedAt, history, ...rest } = made;
      assert.deepEqual(rest, draft);
      assert.deepEqual(parseNumber(number), { kind: 'number', value: number, prefix: 'TS' });
      assert.equal(stage, 'registered');
      assert.equal(openedAt, NOON);
      assert.deepEqual(history, [{ at: NOON, by: 'customer', what: 'registered', detail: 'registered', note: null }]);
      assert.deepEqual(await ledger.cases.find(number), made);
      assert.equal(await ledger.cases.find(aCaseNumber('TS000000000000')), null);
    });

    it('adds the pauses to the limits it was given without them', async () => {
      const clock = aClock('complaint-resolved', NOON + HOUR, { pausedMs: 5_000, pausedSince: NOON });
      const made = await ledger.cases.register(aComplaint({ clocks: [clock] }), aKey(), NOON);
      assert.deepEqual(made.clocks, [clock]);
      await home.sql(`update clocks set paused_ms = 7000 where case_number = '${made.number}'`);
      assert.equal((await ledger.cases.find(made.number))?.clocks[0]?.limit, NOON + HOUR + 2_000);
    });

    it('registers once for a key, and a repeat gives the first result whatever came after', async () => {
      const key = aKey();
      const draft = aComplaint();
      const first = await ledger.cases.register(draft, key, NOON);
      await ledger.cases.move(first.number, 'classified', staff, aKey(), NOON + 1);
      await ledger.cases.note(first.number, { ...staff, what: 'urged', detail: null }, aKey(), NOON + 2);
      assert.deepEqual(await ledger.cases.register(aComplaint(), key, NOON + HOUR), first);
      assert.equal((await ledger.cases.ofCustomer(draft.customer, 'all')).length, 1);
    });

    it('registers once when 20 with one key race over two connections', async () => {
      const other = await openAt(home.location);
      const key = aKey();
      const draft = aComplaint();
      const made = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? ledger : other).cases.register(draft, key, NOON)),
      );
      await other.close();
      assert.equal(new Set(made.map((one) => one.number)).size, 1);
      assert.equal((await ledger.cases.ofCustomer(draft.customer, 'all')).length, 1);
    });

    it('gives every case a number of its own, also when the dice fall alike', async () => {
      let stuck = 0;
      const loaded = await openAt(home.location, () => (stuck-- > 0 ? 0.5 : Math.random()));
      stuck = 1_000;
      const first = await loaded.cases.register(aComplaint(), aKey(), NOON);
      stuck = 20;
      const second = await loaded.cases.register(aComplaint(), aKey(), NOON);
      assert.notEqual(first.number, second.number);
      stuck = Number.POSITIVE_INFINITY;
      const draft = aComplaint();
      await assert.rejects(loaded.cases.register(draft, aKey(), NOON), NumbersExhausted);
      assert.deepEqual(await loaded.cases.ofCustomer(draft.customer, 'all'), []);
      await loaded.close();
    });

    it('moves only as the stages of the manual allow', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      const before = await ledger.cases.find(number);
      const refused = await ledger.cases.move(number, 'resolved', staff, aKey(), NOON);
      assert.deepEqual(refused, { kind: 'refused', from: 'registered', allowed: ['classified', 'withdrawn'] });
      assert.deepEqual(await ledger.cases.find(number), before);
      assert.deepEqual(await ledger.cases.move(aCaseNumber('TS0'), 'closed', staff, aKey(), NOON), { kind: 'unknown' });
    });

    it('repeats the first answer of a move', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      const early = aKey();
      const refused = await ledger.cases.move(number, 'investigating', staff, early, NOON);
      const key = aKey();
      const moved = await ledger.cases.move(number, 'classified', staff, key, NOON + 1);
      await ledger.cases.move(number, 'investigating', staff, aKey(), NOON + 2);
      assert.deepEqual(await ledger.cases.move(number, 'classified', staff, key, NOON + 3), moved);
      assert.deepEqual(await ledger.cases.move(number, 'investigating', staff, early, NOON + 3), refused);
      assert.equal((await ledger.cases.find(number))?.history.length, 3);
    });

    it('meets the clocks that the new stage answers, once', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      await ledger.cases.move(number, 'classified', staff, aKey(), NOON + 10);
      await ledger.cases.move(number, 'investigating', staff, aKey(), NOON + 20);
      const met = (found: Case | null) => found?.clocks.map((clock) => [clock.name, clock.metAt]);
      assert.deepEqual(met(await ledger.cases.find(number)), [
        ['complaint-registered', NOON],
        ['complaint-classified', NOON + 10],
        ['complaint-resolved', null],
      ]);
    });

    it('gives a reopened case its solution to be reached anew, and former writes their former answers', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      const said: (() => Promise<void>)[] = [];
      const move = async (to: Stage, at: number) => {
        const key = aKey();
        const first = await ledger.cases.move(number, to, staff, key, at);
        assert.ok(first.kind === 'moved');
        said.push(async () => assert.deepEqual(await ledger.cases.move(number, to, staff, key, at + 1), first));
        return first.case.clocks.map(({ name, limit, metAt }) => [name, limit, metAt]);
      };
      const rest = [
        ['complaint-registered', NOON + 24 * HOUR, NOON],
        ['complaint-classified', NOON + 48 * HOUR, NOON],
      ];
      const solution = (limit: number, metAt: number | null) => [...rest, ['complaint-resolved', limit, metAt]];
      await move('classified', NOON);
      await move('investigating', NOON + HOUR);
      assert.deepEqual(await move('resolved', NOON + 2 * HOUR), solution(NOON + 100 * HOUR, NOON + 2 * HOUR));
      await move('closed', NOON + 3 * HOUR);
      // seven working days from Tuesday, 2026-12-01
      const second = Date.parse('2026-12-11T00:00:00+08:00');
      assert.deepEqual(await move('reopened', Date.parse('2026-12-01T10:00:00+08:00')), solution(second, null));
      await move('investigating', second);
      assert.deepEqual(await move('resolved', second + HOUR), solution(second, second + HOUR));
      const third = Date.parse('2026-12-24T00:00:00+08:00');
      assert.deepEqual(await move('reopened', Date.parse('2026-12-14T10:00:00+08:00')), solution(third, null));
      for (const again of said) await again();
    });

    it('keeps the history in the order of writing, with what was said', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      const key = aKey();
      const urge = { by: 'customer', what: 'urged', detail: null, note: '请快一点' } as const;
      const noted = await ledger.cases.note(number, urge, key, NOON + 9);
      await ledger.cases.move(number, 'classified', { by: 'staff-7', note: '转账务组' }, aKey(), NOON + 5);
      assert.deepEqual(await ledger.cases.note(number, urge, key, NOON + 99), noted);
      await ledger.cases.move(number, 'withdrawn', { by: 'customer', note: null }, aKey(), NOON + 10);
      const found = await ledger.cases.find(number);
      assert.deepEqual(found?.history.slice(1), [
        { ...urge, at: NOON + 9 },
        { at: NOON + 5, by: 'staff-7', what: 'stage', detail: 'classified', note: '转账务组' },
        { at: NOON + 10, by: 'customer', what: 'withdrawn', detail: 'withdrawn', note: null },
      ]);
      assert.equal(found?.stage, 'withdrawn');
      assert.equal(await ledger.cases.note(aCaseNumber('TS0'), urge, aKey(), NOON), null);
    });

    it('puts a case where it belongs, once for a key, and keeps where it was', async () => {
      const { number, clocks } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      const key = aKey();
      const to = { category: 'service-quality', owner: 'service-desk' };
      const put = () => ledger.cases.reclassify(number, to, { by: 'staff-1', note: '客户说的是态度' }, key, NOON + 1);
      await put();
      const found = await put();
      assert.deepEqual([found?.category, found?.owner], ['service-quality', 'service-desk']);
      // staff have classified it; what was promised to the customer stands
      const met = { metAt: NOON + 1 };
      assert.deepEqual(found?.clocks, [clocks[0], { ...clocks[1], ...met }, clocks[2]]);
      const entries = found?.history.filter(({ what }) => what === 'reclassified');
      assert.deepEqual(
        entries?.map(({ detail, note }) => [detail, note]),
        [['billing-plan -> service-quality', '客户说的是态度']],
      );
      assert.equal(
        await ledger.cases.reclassify(aCaseNumber('TS20261123-00000-0'), to, { by: 'x', note: null }, aKey(), NOON),
        null,
      );
    });

    it('keeps every note of 20 written at once', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      const notes = Array.from({ length: 20 }, (_, i) => `${i}`);
      const entry = (note: string) => ({ by: 'bot', what: 'amended', detail: null, note }) as const;
      await Promise.all(notes.map((note) => ledger.cases.note(number, entry(note), aKey(), NOON)));
      const kept = (await ledger.cases.find(number))?.history.slice(1).map((one) => one.note);
      assert.deepEqual(kept?.toSorted(), notes.toSorted());
    });

    it('lists the cases of a customer, newest first', async () => {
      const customer = aCustomer();
      const numbers: string[] = [];
      for (const minute of [1, 3, 2]) {
        numbers.push((await ledger.cases.register(aComplaint({ customer }), aKey(), NOON + minute)).number);
      }
      const [first, third, second] = numbers;
      const listed = async (which: 'open' | 'all') =>
        (await ledger.cases.ofCustomer(customer, which)).map((c) => c.number);
      assert.deepEqual(await listed('all'), [third, second, first]);
      await ledger.cases.move(aCaseNumber(third ?? ''), 'withdrawn', staff, aKey(), NOON);
      assert.deepEqual(await listed('open'), [second, first]);
      assert.deepEqual(await listed('all'), [third, second, first]);
    });

    it('pages through a list without a gap or a double, also when cases arrive meanwhile', async () => {
      const category = fresh('category');
      const all: string[] = [];
      for (let i = 0; i < 7; i++) {
        all.push((await ledger.cases.register(aComplaint({ category }), aKey(), NOON + Math.floor(i / 3))).number);
      }
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const filter: CaseFilter = { category, limit: 2, ...(after === null ? {} : { after }) };
        const page = await ledger.cases.list(filter);
        assert.ok(page.cases.length <= 2);
        seen.push(...page.cases.map((one) => one.number));
        after = page.next;
        await ledger.cases.register(aComplaint({ category }), aKey(), NOON + HOUR);
      } while (after !== null);
      assert.equal(seen.length, 7);
      assert.deepEqual(seen.toSorted(), all.toSorted());
      assert.equal(seen.at(-1)?.length, all[0]?.length);
      assert.ok(all.slice(0, 3).includes(seen.at(-1) ?? ''), 'the oldest comes last');
      await assert.rejects(ledger.cases.list({ category, limit: 2, after: 'bm9uc2Vuc2U' }), BadCursor);
    });

    it('filters by kind, stage, and clocks past their limit', async () => {
      const category = fresh('category');
      const register = (limit: number, more = {}) =>
        ledger.cases.register(
          aComplaint({ category, clocks: [aClock('complaint-classified', NOON + limit, more)] }),
          aKey(),
          NOON,
        );
      const late = await register(10);
      const moved = await register(10);
      await register(30);
      const dropped = await register(10, { name: 'a-clock-of-an-older-manual' });
      await ledger.cases.move(dropped.number, 'withdrawn', staff, aKey(), NOON + 1);
      await register(10, { pausedSince: NOON });
      await register(10, { metAt: NOON });
      await ledger.cases.move(moved.number, 'classified', staff, aKey(), NOON + 1);
      const numbers = async (filter: Partial<CaseFilter>) =>
        (await ledger.cases.list({ category, limit: 200, ...filter })).cases.map((one) => one.number);
      assert.deepEqual(await numbers({ overdueAt: NOON + 20 }), [late.number]);
      assert.deepEqual(await numbers({ overdueAt: NOON + 10 }), [], 'a limit is not past at its instant');
      assert.deepEqual(await numbers({ stage: 'classified' }), [moved.number]);
      assert.equal((await numbers({ kind: 'complaint' })).length, 6);
      assert.deepEqual(await numbers({ kind: 'fault' }), []);
    });
  });
}
