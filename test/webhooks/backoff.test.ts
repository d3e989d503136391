import assert from 'node:assert/strict';
import { nextTry } from '../../adapters/webhooks/backoff.ts';
import { HOUR, NOON } from '../contracts/ledgerFixtures.ts';

describe('the back-off of webhooks', () => {
  it('doubles from a second to an hour, give or take a fifth', () => {
    const waits = [1, 2, 3, 12, 13, 40, 400].map((tries) => (nextTry(NOON, tries, NOON, 0.5) ?? 0) - NOON);
    assert.deepEqual(waits, [1000, 2000, 4000, 2_048_000, HOUR, HOUR, HOUR]);
    assert.equal(nextTry(NOON, 1, NOON, 0), NOON + 800);
    assert.equal(nextTry(NOON, 1, NOON, 1), NOON + 1200);
  });
  it('tries a last time at 24 hours, and then no more', () => {
    const end = NOON + 24 * HOUR;
    assert.equal(nextTry(NOON, 30, end - 1, 0.5), end);
    assert.equal(nextTry(NOON, 31, end, 0.5), null);
    assert.equal(nextTry(NOON, 31, end + HOUR, 0.5), null);
  });
});
