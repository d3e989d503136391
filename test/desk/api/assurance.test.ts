import assert from 'node:assert/strict';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import { type Desk, openDesk, type Person, type Waiting } from './desk.ts';

describe('how sure it is who the customer is', () => {
  let desk: Desk;
  let wang: Person;
  let theirs: Waiting;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    theirs = await desk.waiting();
    await wang.post(`/handoffs/${theirs.handoff.id}/accept`);
  });
  afterEach(() => desk.close());

  const assurance = async () => (await wang.get(`/conversations/${theirs.conversation}`)).json.customer.assurance;

  it('is claimed with a phone number, and nothing without', async () => {
    assert.equal(await assurance(), 'claimed');
    await desk.ledger.personalData.forget(
      theirs.customer,
      'contact',
      { by: 'customer', case: null },
      'forget' as IdempotencyKey,
      desk.now,
    );
    assert.equal(await assurance(), 'none');
  });

  it('is checked after a code linked where they write', async () => {
    const { customers } = desk.ledger;
    const here = { channel: 'web', account: '', sourceId: theirs.conversation };
    const wechat = { channel: 'wechat', account: 'gh', sourceId: 'openid' };
    const code = await customers.startLink(theirs.customer, here, 'start' as IdempotencyKey, desk.now);
    await customers.ofSource(wechat, desk.now);
    assert.equal(await assurance(), 'claimed');
    const done = await customers.finishLink(wechat, code, 'finish' as IdempotencyKey, desk.now);
    assert.equal(done.kind, 'linked');
    assert.equal(await assurance(), 'code');
  });
});
