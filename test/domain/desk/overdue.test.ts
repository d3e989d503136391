import assert from 'node:assert/strict';
import { givesUp } from '../../../domain/desk/overdue.ts';
import { aStaff, heldBy, MINUTE, NOW, offeredTo, SECOND, waiting } from './samples.ts';

describe('giving up', () => {
  const patience = { silentMs: 45 * SECOND, giveUpMs: 30 * MINUTE };
  const late = NOW + 30 * MINUTE;
  const li = aStaff('li');

  it('comes with the closing of the desk for those whom nobody had', () => {
    assert.equal(givesUp(waiting('a'), false, patience, NOW), true);
    assert.equal(givesUp(waiting('a'), true, patience, NOW), false);
  });

  it('leaves those whom an agent lost or passed on the time that everybody has', () => {
    const passedOn = waiting('a', { former: [li], first: true, wanted: { team: 'billing' } });
    assert.equal(givesUp(passedOn, false, patience, NOW), false);
    assert.equal(givesUp(passedOn, false, patience, late - 1), false);
    assert.equal(givesUp(passedOn, false, patience, late), true);
  });

  it('never takes a customer from who has them or is asked', () => {
    for (const owner of [heldBy(li), offeredTo(li)]) {
      assert.equal(givesUp(waiting('a', { owner }), false, patience, late), false);
    }
  });
});
