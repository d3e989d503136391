import assert from 'node:assert/strict';
import type { HandoffId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aStaff, deskOf } from './ledgerDeskFixtures.ts';
import { aConversation, aCustomer, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerHandoffLists(makeHome: MakeHome): void {
  describe('lists of hand-offs', () => {
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
    const { request, change, accept, giveBack } = deskOf(() => ledger);

    it('have the open ones in the order of the queue, then those with agents by acceptance', async () => {
      const with2 = await request({}, NOON);
      const with1 = await request({}, NOON + 1);
      const late = await request({}, NOON + 3);
      const early = await request({}, NOON + 2);
      const major = await request({ severity: 'major' }, NOON + 4);
      const lost = await request({}, NOON + 5);
      const ended = await request({}, NOON + 6);
      const agent = aStaff();
      await accept(with1.id, agent, NOON + 10);
      await accept(with2.id, agent, NOON + 11);
      await accept(lost.id, agent, NOON + 12);
      await change(lost.id, { kind: 'lose', agent }, NOON + 13);
      await change(ended.id, { kind: 'leave' }, NOON + 14);
      await change(early.id, { kind: 'offer', agent, until: NOON + MINUTE }, NOON + 15);
      assert.deepEqual(
        (await ledger.handoffs.open()).map(({ id }) => id),
        [lost, major, early, late, with1, with2].map(({ id }) => id),
      );
    });

    it('have the past ones, newest first, of a conversation, a customer and every agent who had it', async () => {
      const [conversation, customer] = [aConversation(), aCustomer()];
      const [one, two] = [aStaff(), aStaff()];
      const ids: HandoffId[] = [];
      for (let i = 0; i < 3; i++) {
        const at = NOON + i * MINUTE;
        const { id } = await request({ conversation, customer }, at);
        await accept(id, one, at + 1_000);
        if (i === 1) {
          await change(id, { kind: 'accept', agent: two, over: true }, at + 11_000);
          await change(id, { kind: 'leave' }, at + 20_000);
        } else await giveBack(id, one, at + 30_000);
        ids.unshift(id);
      }
      await request({ conversation, customer }, NOON + 5 * MINUTE);
      const left = await request({}, NOON + 6 * MINUTE);
      await change(left.id, { kind: 'callback' }, NOON + 7 * MINUTE);
      const past = async (...of: Parameters<Ledger['handoffs']['past']>) =>
        (await ledger.handoffs.past(...of)).map(({ id }) => id);
      assert.deepEqual(await past({ conversation }, 10), ids);
      assert.deepEqual(await past({ customer }, 2), ids.slice(0, 2));
      assert.deepEqual(await past({ agent: one }, 10), ids);
      assert.deepEqual(await past({ agent: two }, 10), [ids[1]]);
      assert.deepEqual(await past({ agent: aStaff() }, 10), []);
      assert.deepEqual(await ledger.handoffs.handlingTimes(10), [29_000, 19_000, 29_000]);
      assert.deepEqual(await ledger.handoffs.handlingTimes(1), [29_000]);
      const ended = await ledger.handoffs.endedBetween(NOON + MINUTE, NOON + 6 * MINUTE);
      assert.deepEqual(
        ended.map(({ id }) => id),
        [ids[1], ids[0]],
      );
    });

    it('tell the time with agents, not in the queue between them', async () => {
      const { id } = await request();
      const [one, two] = [aStaff(), aStaff()];
      await accept(id, one, NOON + 1_000);
      await change(id, { kind: 'lose', agent: one }, NOON + 4_000);
      await accept(id, two, NOON + 9_000);
      await giveBack(id, two, NOON + 11_000);
      assert.deepEqual(await ledger.handoffs.handlingTimes(10), [5_000]);
    });
  });
}
