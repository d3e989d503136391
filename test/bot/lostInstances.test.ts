import assert from 'node:assert/strict';
import { LOOK_MS, LOST_MS, LostInstances } from '../../bot/lostInstances.ts';
import type { InstanceId, Instant } from '../../domain/ids.ts';
import { START } from '../conversations/talk.ts';

const [here, other] = ['here' as InstanceId, 'other' as InstanceId];
const SECOND = 1000;

describe('instances that are lost', () => {
  let now: Instant;
  let signs: Map<InstanceId, Instant>;
  let broken: boolean;
  let lost: LostInstances;
  beforeEach(() => {
    [now, signs, broken] = [START, new Map(), false];
    const renew = async (at: Instant) => {
      if (broken) throw new Error('the store does not answer');
      return new Map(signs.set(here, at));
    };
    lost = new LostInstances({ renew }, () => now);
  });

  /** Looks for so long, at the pace of the product. The other one gives its signs by a clock of its own, or none. */
  const look = async (ms: number, clock: (now: Instant) => Instant | null = () => null) => {
    for (const end = now + ms; now < end; ) {
      now += LOOK_MS;
      const sign = clock(now);
      if (sign !== null) signs.set(other, sign);
      await lost.look().catch(() => {});
    }
    return [...lost.ids];
  };
  const right = (at: Instant) => at;

  it('are those without a new sign, never this one', async () => {
    assert.deepEqual(await look(60 * SECOND, right), []);
    assert.deepEqual(await look(LOST_MS - LOOK_MS), []);
    assert.deepEqual(await look(LOOK_MS), [other]);
    assert.deepEqual(await look(LOOK_MS, right), [], 'it only stood still');
  });

  it('are seen by whoever has another clock', async () => {
    for (const behind of [10 * 60 * SECOND, -10 * 60 * SECOND]) {
      assert.deepEqual(await look(60 * SECOND, (at) => at - behind), []);
      assert.deepEqual(await look(LOST_MS), [other]);
    }
  });

  it('are so from our start on at the earliest, however old their last sign is', async () => {
    signs.set(other, START - 10 * 60 * SECOND);
    await lost.look();
    assert.deepEqual(await look(LOST_MS - LOOK_MS), []);
    assert.deepEqual(await look(LOOK_MS), [other]);
  });

  it('are not those whose signs we could not see: the store was away, we stood still, our clock was set', async () => {
    for (const missed of [
      async () => {
        broken = true;
        await look(5 * 60 * SECOND);
        broken = false;
      },
      async () => {
        now += 5 * 60 * SECOND;
      },
      async () => {
        now -= 5 * 60 * SECOND;
      },
    ]) {
      await look(60 * SECOND, right);
      await missed();
      assert.deepEqual(await look(LOST_MS), []);
      assert.deepEqual(await look(LOOK_MS), [other]);
    }
  });

  it('are forgotten with their row', async () => {
    await look(LOOK_MS, right);
    assert.deepEqual(await look(LOST_MS), [other]);
    signs.delete(other);
    assert.deepEqual(await look(LOOK_MS), []);
  });
});
