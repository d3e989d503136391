import assert from 'node:assert/strict';
import type { CustomerId } from '../../domain/ids.ts';
import type { NewUtterance } from '../../domain/learning.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aKey, fresh, HOUR, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerLearning(makeHome: MakeHome): void {
  describe('utterances to learn from', () => {
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

    const agree = (customer: CustomerId, given = true, channel = 'web') =>
      ledger.customers.recordConsent(customer, { purpose: 'improvement', channel, given }, aKey(), NOON);
    const someone = async (agrees = true) => {
      const customer = await ledger.customers.ofSource({ channel: 'web', account: 'a', sourceId: fresh('s') }, NOON);
      if (agrees) await agree(customer);
      return customer;
    };
    const unknown = (customer: CustomerId, more: Partial<NewUtterance> = {}): NewUtterance => ({
      customer,
      channel: 'web',
      text: '猫那个灯一直红',
      language: 'zh-Hans',
      kind: 'abstained',
      intent: null,
      ranked: ['fault.report', 'consult.general'],
      ...more,
    });
    const keep = (utterance: NewUtterance, at = NOON, key = aKey()) => ledger.learning.keep(utterance, key, at);
    const listed = async () => (await ledger.learning.list(10)).map(({ text, count }) => [text, count]);

    it('are listed by frequency, whatever script and width they were written in', async () => {
      const [one, two] = [await someone(), await someone()];
      await keep(unknown(one, { text: 'asdf' }), NOON + HOUR);
      await keep(unknown(one));
      const chosen = {
        kind: 'corrected',
        intent: 'fault.report',
        text: '貓那個燈一直紅',
        language: 'zh-Hant',
      } as const;
      await keep(unknown(two, chosen), NOON + 2);
      await keep(unknown(two, { ...chosen, kind: 'confirmed' }), NOON + 1);
      const [most, least, ...more] = await ledger.learning.list(10);
      assert.deepEqual(most, {
        id: most?.id,
        text: '貓那個燈一直紅',
        language: 'zh-Hant',
        count: 3,
        kinds: { abstained: 1, corrected: 1, confirmed: 1 },
        chosen: { 'fault.report': 2 },
        ranked: ['fault.report', 'consult.general'],
        lastAt: NOON + 2,
      });
      assert.match(most?.id ?? '', /^[\w-]{16}$/);
      assert.deepEqual([least?.text, least?.count, least?.chosen], ['asdf', 1, {}]);
      assert.deepEqual(more, []);
      assert.deepEqual(await ledger.learning.list(1), [most]);
      assert.deepEqual(await ledger.learning.find(most.id), most);
      assert.equal(await ledger.learning.find('nothing'), null);
    });

    it('are kept once for a key, and the later lesson of the same words counts', async () => {
      const customer = await someone();
      const key = aKey();
      await Promise.all([1, 2, 3].map(() => keep(unknown(customer), NOON, key)));
      await keep(unknown(customer, { kind: 'corrected', intent: 'fault.report' }), NOON, key);
      await keep(unknown(customer), NOON, key);
      const [only, ...more] = await ledger.learning.list(10);
      assert.deepEqual(more, []);
      assert.deepEqual([only?.kinds, only?.chosen], [{ corrected: 1 }, { 'fault.report': 1 }]);
    });

    it('are not kept without consent to it on the same channel', async () => {
      const customer = await someone(false);
      assert.equal(await keep(unknown(customer)), 'notAgreed');
      await ledger.customers.recordConsent(customer, { purpose: 'service', channel: 'web', given: true }, aKey(), NOON);
      assert.equal(await keep(unknown(customer)), 'notAgreed', 'consent to the service is not consent to this');
      await agree(customer, true, 'wechat');
      assert.equal(await keep(unknown(customer)), 'notAgreed');
      assert.deepEqual(await listed(), []);
      await agree(customer);
      assert.equal(await keep(unknown(customer)), 'kept');
    });

    it('go with the consent of their customer, and only theirs', async () => {
      const [one, two] = [await someone(), await someone()];
      const key = aKey();
      await keep(unknown(one), NOON, key);
      await keep(unknown(one, { text: 'asdf' }));
      await keep(unknown(two));
      await agree(one, false);
      assert.deepEqual(await listed(), [['猫那个灯一直红', 1]]);
      assert.equal(await keep(unknown(one), NOON, key), 'notAgreed', 'a repeated turn brings nothing back');
      assert.deepEqual(await home.sql(`select id from utterances where customer = '${one}'`), []);
    });

    it('are settled once, and their wording is not kept again until it expires', async () => {
      const customer = await someone();
      await keep(unknown(customer));
      await keep(unknown(customer, { text: 'asdf' }));
      const open = (await ledger.learning.list(10)).find((one) => one.text === 'asdf');
      assert.ok(open);
      assert.equal(await ledger.learning.settle(open.id, NOON + HOUR), true);
      assert.equal(await ledger.learning.settle(open.id, NOON + HOUR), false);
      assert.equal(await keep(unknown(customer, { text: 'ＡＳＤＦ ' })), 'settledBefore');
      assert.deepEqual(await listed(), [['猫那个灯一直红', 1]]);
      await ledger.learning.expire(NOON + HOUR + 1);
      assert.equal(await keep(unknown(customer, { text: 'asdf' })), 'kept');
    });

    it('expire', async () => {
      const customer = await someone();
      await keep(unknown(customer), NOON);
      await keep(unknown(customer, { text: 'asdf' }), NOON + HOUR);
      assert.equal(await ledger.learning.expire(NOON + HOUR), 1);
      assert.deepEqual(await listed(), [['asdf', 1]]);
    });

    it('are written down sealed, and their id tells nothing', async () => {
      const customer = await someone();
      await keep(unknown(customer, { text: 'Zanzibar lantern' }));
      const everything = home.everything();
      assert.ok(everything.includes('abstained'), 'the search finds what is there');
      assert.ok(!/zanzibar|lantern/i.test(everything.toString('latin1')));
    });
  });
}
