import assert from 'node:assert/strict';
import { givesUp, type Patience, thoseThere } from '../../../domain/desk/overdue.ts';
import { anInstance, aStaff, heldBy, MINUTE, NOW, offeredTo, present, SECOND, waiting } from './samples.ts';

const patience: Patience = { silentMs: 45 * SECOND, lostMs: 18 * SECOND, giveUpMs: 30 * MINUTE };

describe('who is there', () => {
  const lost = anInstance('lost');
  const on = (seenBy: ReturnType<typeof anInstance> | null) => [present('amy', { seenBy })];
  /** How long they count as there after their last sign. */
  const waitedFor = (agents: ReturnType<typeof on>, given = patience) => {
    const there = (ms: number) => thoseThere(agents, new Set([lost]), given, NOW + ms).length === 1;
    return Array.from({ length: 400 }, (_, seconds) => seconds * SECOND)
      .filter(there)
      .at(-1);
  };

  it('is whoever is not silent for longer than the manual allows', () => {
    assert.equal(waitedFor(on(anInstance('alive'))), patience.silentMs);
    assert.equal(waitedFor(on(null)), patience.silentMs, 'nor does it matter that an older release saw them');
  });

  it('is waited for less when the instance that saw them is lost, never longer', () => {
    assert.equal(waitedFor(on(lost)), patience.lostMs);
    assert.equal(waitedFor(on(lost), { ...patience, silentMs: 15 * SECOND }), 15 * SECOND);
    assert.equal(waitedFor(on(lost), { ...patience, silentMs: 300 * SECOND }), patience.lostMs);
  });

  it('is nobody who is away or disabled', () => {
    const agents = [present('amy', { status: 'away' }), present('ben', { disabled: true })];
    const busy = present('cho', { status: 'busy' });
    assert.deepEqual(thoseThere([...agents, busy], new Set(), patience, NOW), [busy]);
  });
});

describe('giving up', () => {
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
