import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { atMost } from '../../../adapters/channels/messaging/inFlight.ts';

describe('messages on their way at once', () => {
  it('are at most so many, in the order of their coming, and each ends as it ends', async () => {
    const gate = atMost(3);
    let running = 0;
    let most = 0;
    const begun: number[] = [];
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        gate(async () => {
          begun.push(i);
          running += 1;
          most = Math.max(most, running);
          await sleep(i % 4);
          running -= 1;
          if (i % 5 === 0) throw new Error(`no ${i}`);
          return i;
        }),
      ),
    );
    assert.equal(most, 3);
    assert.deepEqual(begun, [...Array(20).keys()]);
    assert.deepEqual(
      ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason))),
      Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? `Error: no ${i}` : i)),
    );
    // none is lost for good
    assert.equal(await gate(async () => 'free'), 'free');
  });
});
