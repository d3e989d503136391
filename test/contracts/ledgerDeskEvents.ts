import assert from 'node:assert/strict';
import type { DeskEvent } from '../../domain/desk/handoffs.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aDeskEvent, aHandoff, aHandoffId, aMessage, aStaff } from './ledgerDeskFixtures.ts';
import { aConversation, aKey, fresh, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import { Crew } from './ledgerHiring.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerDeskEvents(makeHome: MakeHome): void {
  describe('what the desk is told', () => {
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

    it('is kept as it was told, once for a key, from 1', async () => {
      assert.equal(await ledger.deskEvents.last(), 0);
      const [one, two] = [aDeskEvent(), aDeskEvent({ kind: 'refused', handoff: aHandoffId('h'), data: { id: 'x' } })];
      const key = aKey();
      await Promise.all([1, 2, 3].map(() => ledger.deskEvents.add(one, key, NOON)));
      await ledger.deskEvents.add(two, aKey(), NOON + 1);
      const told = [
        { ...one, seq: 1, at: NOON },
        { ...two, seq: 2, at: NOON + 1 },
      ];
      assert.deepEqual(await ledger.deskEvents.after(0, 10), told);
      assert.deepEqual(await ledger.deskEvents.after(1, 10), told.slice(1));
      assert.deepEqual(await ledger.deskEvents.after(0, 1), told.slice(0, 1));
      assert.deepEqual(await ledger.deskEvents.after(2, 10), []);
      assert.equal(await ledger.deskEvents.last(), 2);
    });

    it('goes when it is old, and its numbers are not given again', async () => {
      for (let i = 0; i < 3; i++) await ledger.deskEvents.add(aDeskEvent(), aKey(), NOON + i);
      assert.equal(await ledger.deskEvents.expire(NOON + 2), 2);
      assert.deepEqual(
        (await ledger.deskEvents.after(0, 10)).map(({ seq }) => seq),
        [3],
      );
      assert.equal(await ledger.deskEvents.expire(NOON + MINUTE), 1);
      assert.equal(await ledger.deskEvents.last(), 3);
      await ledger.deskEvents.add(aDeskEvent(), aKey(), NOON);
      assert.equal((await ledger.deskEvents.after(0, 10))[0]?.seq, 4);
    });

    /** Follows the events, looking as often as it can, until the writers are done and nothing more comes. */
    const follow = async (from: Ledger, writing: { done: boolean }): Promise<readonly DeskEvent[]> => {
      const seen: DeskEvent[] = [];
      for (let last = false; !last; ) {
        last = writing.done;
        const next = await from.deskEvents.after(seen.at(-1)?.seq ?? 0, 50);
        seen.push(...next);
        if (next.length > 0) last = false;
        await new Promise((go) => setTimeout(go, 1));
      }
      return seen;
    };

    it('misses no reader who follows while two processes write, and keeps each writer’s order', async () => {
      const each = 25;
      const writers = Array.from({ length: 8 }, () => fresh('writer'));
      const parts = [writers.slice(0, 4), writers.slice(4)];
      const pair = await Promise.all(parts.map((part) => crew.hire(home, { do: 'tell', writers: part, each })));
      const { id } = await ledger.handoffs.request(aHandoff(), aKey(), NOON);
      const others = await openAt(home.location);
      const writing = { done: false };
      const following = [follow(ledger, writing), follow(others, writing)];
      for (const one of pair) one.go();
      for (let i = 0; i < 10; i++)
        await ledger.handoffs.said(id, { id: aMessage(), by: 'customer', text: `${i}`, files: 0 }, NOON);
      assert.deepEqual(await Promise.all(pair.map((one) => one.line())), ['100', '100']);
      writing.done = true;
      for (const seen of await Promise.all(following)) {
        assert.deepEqual(
          seen.map(({ seq }) => seq),
          Array.from({ length: writers.length * each + 11 }, (_, i) => i + 1),
        );
        for (const writer of writers) {
          const mine = seen.filter(({ by }) => by === writer).map(({ data }) => data.i);
          assert.deepEqual(
            mine,
            Array.from({ length: each }, (_, i) => i),
          );
        }
        assert.equal(seen.filter(({ kind }) => kind === 'message').length, 10);
      }
      await others.close();
    });

    it('does not wait for hand-offs that others hold', async () => {
      const made = await Promise.all(
        Array.from({ length: 6 }, () => ledger.handoffs.request(aHandoff(), aKey(), NOON)),
      );
      const other = await openAt(home.location);
      const write = async (from: Ledger, n: number) => {
        for (const { id } of n % 2 === 0 ? made : made.toReversed())
          await from.handoffs.said(id, { id: aMessage(), by: 'customer', text: `${n}`, files: 0 }, NOON + n);
      };
      await Promise.all([0, 1, 2, 3].map((n) => write(n < 2 ? ledger : other, n)));
      assert.equal(await ledger.deskEvents.last(), 6 + 24);
      await other.close();
    });
  });

  describe('notes of staff', () => {
    let home: TestHome;
    let ledger: Ledger;
    beforeEach(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    afterEach(async () => {
      await ledger.close();
      home.remove();
    });

    it('are kept in order, once for an id of their author, and told of', async () => {
      const { id: handoff, conversation } = await ledger.handoffs.request(aHandoff(), aKey(), NOON);
      const [one, two] = [aStaff(), aStaff()];
      const note = { id: 'n1', conversation, by: one, kind: 'note', text: '已查账单' } as const;
      const first = await ledger.notes.add(note, NOON);
      assert.deepEqual(first, { ...note, at: NOON });
      assert.deepEqual(await ledger.notes.add({ ...note, text: 'another' }, NOON + 1), first);
      const whisper = { ...note, by: two, kind: 'whisper', text: '请先致歉' } as const;
      const second = await ledger.notes.add(whisper, NOON + 2);
      assert.deepEqual(second, { ...whisper, at: NOON + 2 }, 'the id of another author is another note');
      assert.deepEqual(await ledger.notes.of(conversation), [first, second]);
      assert.deepEqual(await ledger.notes.of(aConversation()), []);
      const told = (await ledger.deskEvents.after(1, 10)).map(({ kind, by, data, ...on }) => [
        kind,
        by,
        data,
        on.handoff,
      ]);
      assert.deepEqual(told, [
        ['note', one, { id: 'n1' }, handoff],
        ['note', two, { id: 'n1' }, handoff],
      ]);
    });
  });
}
