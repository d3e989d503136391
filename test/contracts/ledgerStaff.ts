import assert from 'node:assert/strict';
import type { NewStaff, StaffMember } from '../../domain/desk/staff.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { fresh, HOUR, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

const PHC = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2g';

export const aDraft = (more: Partial<NewStaff> = {}): NewStaff => ({
  login: fresh('Lin.Wei'),
  name: '林薇',
  role: 'agent',
  skills: ['billing', 'customer-care'],
  languages: ['zh-Hans', 'en'],
  limit: 4,
  ...more,
});

export function ledgerStaff(makeHome: MakeHome): void {
  describe('accounts of staff', () => {
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

    const add = async (more: Partial<NewStaff> = {}, mustChange = false): Promise<StaffMember> => {
      const added = await ledger.staff.add(aDraft(more), PHC, mustChange, NOON);
      assert.ok(added !== 'taken');
      return added;
    };
    const aSession = async (staff: StaffId, at = NOON, id = fresh('session')) => {
      const session = { id, staff, csrfToken: fresh('token'), madeAt: at, seenAt: at };
      await ledger.staff.openSession(session);
      return session;
    };
    const told = async () =>
      (await ledger.deskEvents.after(0, 100)).filter(({ kind }) => kind === 'staff').map(({ by, data }) => [by, data]);

    it('are found as they were added', async () => {
      const draft = aDraft();
      const added = await ledger.staff.add(draft, PHC, true, NOON);
      assert.ok(added !== 'taken');
      const { id, ...rest } = added;
      const unused = {
        status: 'away',
        seenAt: 0,
        seenBy: null,
        disabled: false,
        mustChange: true,
        totp: false,
        madeAt: NOON,
      };
      assert.deepEqual(rest, { ...draft, ...unused });
      assert.deepEqual(await ledger.staff.find(id), added);
      assert.deepEqual(await ledger.staff.list(), [added]);
      assert.equal(await ledger.staff.find('nobody' as StaffId), null);
    });

    it('have a login of their own, whatever its case, also when two are added at once', async () => {
      await add({ login: 'Ana' });
      assert.equal(await ledger.staff.add(aDraft({ login: 'aNA' }), PHC, false, NOON), 'taken');
      const many = await Promise.all(
        [1, 2, 3, 4].map(() => ledger.staff.add(aDraft({ login: 'supervisor' }), PHC, true, NOON)),
      );
      assert.equal(many.filter((one) => one !== 'taken').length, 1);
      assert.equal((await ledger.staff.credentials({ login: 'ANA' }))?.staff.login, 'Ana');
      assert.equal(await ledger.staff.credentials({ login: 'an' }), null);
    });

    it('change what is given and nothing else', async () => {
      const one = await add();
      const two = await add();
      const changed = await ledger.staff.update(one.id, { role: 'supervisor', skills: [], limit: 9 });
      assert.deepEqual(changed, { ...one, role: 'supervisor', skills: [], limit: 9 });
      assert.deepEqual(await ledger.staff.update(one.id, {}), changed);
      assert.deepEqual(await ledger.staff.find(two.id), two);
      assert.equal(await ledger.staff.update('nobody' as StaffId, { name: 'x' }), null);
    });

    it('count failures until a sign-in succeeds or the password is set', async () => {
      const { id } = await add();
      const state = async () => {
        const found = await ledger.staff.credentials({ id });
        return [found?.failures, found?.failedAt];
      };
      await Promise.all([1, 2, 3].map(() => ledger.staff.failed(id, 0)));
      await ledger.staff.failed(id, NOON + MINUTE);
      assert.deepEqual(await state(), [4, NOON + MINUTE]);
      await ledger.staff.succeeded(id);
      assert.deepEqual(await state(), [0, 0]);
      await ledger.staff.failed(id, NOON + MINUTE);
      await ledger.staff.setPassword(id, `${PHC}2`, true);
      const after = await ledger.staff.credentials({ id });
      assert.deepEqual([after?.failures, after?.failedAt, after?.passwordHash], [0, 0, `${PHC}2`]);
      assert.equal(after?.staff.mustChange, true);
    });

    it('take a TOTP step once, and no earlier one after it, also when many try at once', async () => {
      const { id } = await add();
      assert.deepEqual(
        (await Promise.all([1, 2, 3].map(() => ledger.staff.takeTotpStep(id, 70)))).filter((used) => used),
        [true],
      );
      assert.equal(await ledger.staff.takeTotpStep(id, 69), false);
      assert.equal(await ledger.staff.takeTotpStep(id, 71), true);
      await ledger.staff.setTotp(id, null);
      assert.equal(await ledger.staff.takeTotpStep(id, 71), false, 'nor under another secret');
    });

    it('keep the secret of two-step sign-in sealed, each in its own place', async () => {
      const one = await add();
      const two = await add();
      await ledger.staff.setTotp(one.id, 'JBSWY3DPEHPK3PXP');
      assert.equal((await ledger.staff.find(one.id))?.totp, true);
      assert.equal((await ledger.staff.credentials({ id: one.id }))?.totpSecret, 'JBSWY3DPEHPK3PXP');
      const everything = home.everything();
      assert.ok(everything.includes(one.login), 'the search finds what is there');
      assert.ok(!everything.includes('JBSWY3DPEHPK3PXP'));
      await home.sql(
        `update staff set totp_secret = (select totp_secret from staff where id = '${one.id}') where id = '${two.id}'`,
      );
      await assert.rejects(ledger.staff.credentials({ id: two.id }));
      await ledger.staff.setTotp(one.id, null);
      assert.equal((await ledger.staff.credentials({ id: one.id }))?.totpSecret, null);
    });

    it('have sessions that end with a new password, a disabled account, or by themselves', async () => {
      const { id } = await add();
      const other = await aSession((await add()).id);
      const one = await aSession(id);
      assert.deepEqual((await ledger.staff.session(one.id))?.session, one);
      assert.equal((await ledger.staff.session(one.id))?.staff.id, id);
      assert.equal(await ledger.staff.session('nothing'), null);
      await ledger.staff.touchSession(one.id, NOON + MINUTE);
      await ledger.staff.touchSession(one.id, NOON);
      assert.equal((await ledger.staff.session(one.id))?.session.seenAt, NOON + MINUTE);
      await ledger.staff.endSession(one.id);
      assert.equal(await ledger.staff.session(one.id), null);
      const two = await aSession(id);
      await ledger.staff.setPassword(id, PHC, false);
      assert.equal(await ledger.staff.session(two.id), null);
      const three = await aSession(id);
      await ledger.staff.update(id, { disabled: true });
      assert.equal(await ledger.staff.session(three.id), null);
      assert.ok(await ledger.staff.session(other.id), 'those of others stay');
    });

    it('lose sessions that are idle or old', async () => {
      const { id } = await add();
      const idle = await aSession(id, NOON);
      const old = await aSession(id, NOON - 13 * HOUR);
      await ledger.staff.touchSession(old.id, NOON + HOUR);
      const good = await aSession(id, NOON + HOUR);
      assert.equal(await ledger.staff.expireSessions(NOON + 1, NOON - 12 * HOUR), 2);
      assert.deepEqual(
        await Promise.all([idle, old, good].map(async (one) => (await ledger.staff.session(one.id)) !== null)),
        [false, false, true],
      );
    });

    it('tell the desk of a status that changes and of somebody who comes', async () => {
      const { id } = await add();
      await ledger.staff.setStatus(id, 'away', NOON);
      assert.deepEqual(await told(), [], 'as it was');
      await ledger.staff.setStatus(id, 'available', NOON);
      await ledger.staff.seen(id, NOON);
      await ledger.staff.seen(id, NOON + 45_000);
      await ledger.staff.seen(id, NOON + 10_000);
      const available = [id, { staff: id, status: 'available' }];
      assert.deepEqual(await told(), [available, available]);
      assert.equal((await ledger.staff.find(id))?.seenAt, NOON + 45_000);
      await ledger.staff.seen(id, NOON + 90_001);
      assert.equal((await told()).length, 3);
      assert.equal((await ledger.staff.find(id))?.status, 'available');
    });
  });

  describe('the book of the desk', () => {
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
    const by = 'staff-1' as StaffId;
    const text = { 'zh-Hans': '好', 'zh-Hant': '好', en: 'fine' };

    it('says what the manual says until a supervisor changes it, and tells the desk', async () => {
      assert.deepEqual(await ledger.deskBook.settings(), { open: null, notice: null, hours: null });
      const hours = { workingDays: [['08:00', '12:00'] as const, ['13:00', '24:00'] as const], otherDays: [] };
      await ledger.deskBook.saveSettings({ open: false, notice: text, hours }, by, NOON);
      assert.deepEqual(await ledger.deskBook.settings(), { open: false, notice: text, hours });
      await ledger.deskBook.saveSettings({ open: true, notice: null, hours: null }, by, NOON + 1);
      assert.deepEqual(await ledger.deskBook.settings(), { open: true, notice: null, hours: null });
      const events = await ledger.deskEvents.after(0, 10);
      assert.deepEqual(
        events.map(({ kind, at, by: who }) => [kind, at, who]),
        [
          ['settings', NOON, by],
          ['settings', NOON + 1, by],
        ],
      );
    });

    it('has canned replies from the start, in every language, which do not come back once removed', async () => {
      const shipped = await ledger.deskBook.canned();
      assert.ok(shipped.length >= 12);
      for (const { id, shortcut, text: words } of shipped) {
        assert.match(shortcut, /^[\p{L}\p{N}-]{1,40}$/u);
        assert.ok(words['zh-Hans'] && words['zh-Hant'] && words.en);
        for (const each of Object.values(words))
          assert.deepEqual(each.match(/\{(?!(name|agent|case|hotline)\})/), null, shortcut);
        assert.equal(await ledger.deskBook.removeCanned(id), true);
      }
      await ledger.close();
      ledger = await openAt(home.location);
      assert.deepEqual(await ledger.deskBook.canned(), []);
    });

    it('saves, changes and removes canned replies', async () => {
      const before = (await ledger.deskBook.canned()).length;
      await ledger.deskBook.saveCanned({ id: 'a', shortcut: 'aaa', text });
      await ledger.deskBook.saveCanned({ id: 'a', shortcut: 'aab', text: { ...text, en: 'well' } });
      const [first, ...rest] = await ledger.deskBook.canned();
      assert.deepEqual(first, { id: 'a', shortcut: 'aab', text: { ...text, en: 'well' } });
      assert.equal(rest.length, before);
      assert.equal(await ledger.deskBook.removeCanned('a'), true);
      assert.equal(await ledger.deskBook.removeCanned('a'), false);
    });
  });
}
