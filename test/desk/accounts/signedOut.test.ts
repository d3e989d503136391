import assert from 'node:assert/strict';
import { openDesk, type TestDesk } from '../auth/desk.ts';

describe('consoles of an account', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  it('are told when a session of it ends: signed out, disabled, a new password', async () => {
    const admin = await desk.console('admin');
    const last = () => desk.ledger.deskEvents.last();
    const ends = ['logout', 'disable', 'reset'] as const;
    for (const end of ends) {
      const agent = await desk.console();
      // coming is an event, too
      await desk.ask(agent, 'GET', '/desk/api/me');
      const before = await last();
      const at = `/desk/api/users/${agent.staff.id}`;
      if (end === 'logout') await desk.ask(agent, 'POST', '/desk/api/logout');
      if (end === 'disable') await desk.ask(admin, 'PATCH', at, { disabled: true });
      if (end === 'reset') await desk.ask(admin, 'POST', `${at}/password`);
      const events = await desk.ledger.deskEvents.after(before, 10);
      const told = events.filter(({ kind, data }) => kind === 'staff' && data.staff === agent.staff.id);
      assert.ok(told.length > 0, end);
      assert.equal((await desk.ask(agent, 'GET', '/desk/api/me')).status, 401, end);
    }
  });
});
