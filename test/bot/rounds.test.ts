import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Rounds } from '../../bot/rounds.ts';
import { until } from '../channels/directline/line.ts';

describe('rounds', () => {
  const HOUR = 3_600_000;

  it('begin at once, come soon after a poke, and gather pokes', async () => {
    let worked = 0;
    const rounds = new Rounds(
      async () => {
        worked += 1;
      },
      () => {},
      { everyMs: HOUR, gatherMs: 30 },
    );
    rounds.poke();
    assert.equal(worked, 0, 'not before it is started');
    rounds.start();
    await until('the first', () => worked === 1);
    for (let each = 0; each < 50; each += 1) rounds.poke();
    await until('the second', () => worked === 2);
    await sleep(80);
    assert.equal(worked, 2);
    await rounds.stop();
    rounds.poke();
    await sleep(80);
    assert.equal(worked, 2);
  });

  it('never overlap, work again what was poked meanwhile, and go on after a failure', async () => {
    let running = 0;
    let most = 0;
    let worked = 0;
    const failures: unknown[] = [];
    const rounds = new Rounds(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await sleep(20);
        running -= 1;
        worked += 1;
        if (worked === 2) throw new Error('once');
      },
      (error) => failures.push(error),
      { everyMs: HOUR, gatherMs: 1 },
    );
    rounds.start();
    for (let each = 0; each < 10; each += 1) {
      await sleep(5);
      rounds.poke();
    }
    await until('all', () => running === 0 && worked >= 3);
    assert.deepEqual([most, failures.length], [1, 1]);
    // stopped and started again while one runs
    rounds.poke();
    await until('running', () => running === 1);
    const before = worked;
    const stopped = rounds.stop();
    rounds.start();
    await stopped;
    await until('the next', () => worked >= before + 2);
    assert.equal(most, 1);
    await rounds.stop();
    assert.equal(running, 0, 'stopped means done');
  });
});
