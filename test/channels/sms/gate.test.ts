import assert from 'node:assert/strict';
import { createGate } from '../../../adapters/channels/sms/smpp/gate.ts';

const OPTIONS = { window: 2, perSecond: 1000, queueMs: 60, pauseMs: 20, pauseMostMs: 30_000 };

describe('sms-smpp: the gate', () => {
  it('lets in so many at a time, in order, and turns away who waited too long', async () => {
    const gate = createGate(OPTIONS);
    const entered: number[] = [];
    const all = [1, 2, 3, 4].map(async (number) => {
      const is = await gate.enter();
      if (is) entered.push(number);
      return is;
    });
    await Promise.all(all.slice(0, 2));
    assert.deepEqual(entered, [1, 2]);
    gate.leave();
    assert.deepEqual(await Promise.all(all), [true, true, true, false]);
    assert.deepEqual(entered, [1, 2, 3]);
  });
  it('pauses for longer each time, until it is easy again, and ends with all who wait', async () => {
    const gate = createGate({ ...OPTIONS, pauseMs: 200, queueMs: 300 });
    gate.pause();
    assert.equal(await gate.enter(), true, 'after 200 ms');
    gate.leave();
    await new Promise((resolve) => setTimeout(resolve, 10));
    gate.pause();
    assert.equal(await gate.enter(), false, 'not after 300 ms, but after 400');
    gate.easy();
    const waits = gate.enter();
    gate.close();
    assert.equal(await waits, false);
  });
});
