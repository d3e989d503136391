import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ACTIONS, NAMES } from './modelActions.ts';
import { everybodyIsServed, holdsAfterRound, holdsAlways, settles } from './modelInvariants.ts';
import { World } from './modelWorld.ts';

/** The same lives in every run; another SEED and larger numbers look further. */
const SEED = Number(process.env.SEED ?? 20_261_123);
const RUNS = Number(process.env.MODEL_RUNS ?? 2_000);
const COMMANDS = Number(process.env.MODEL_COMMANDS ?? 50);

const command = fc.tuple(fc.constantFrom(...NAMES), fc.nat(11), fc.nat(11));
/** Always as many commands as are asked for; `nothing` is what they shrink to. */
const commands = fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS });

/** What a run must have seen to prove anything; `no` for what was refused. */
const EXPECTED: readonly string[] = [
  'offer',
  'pass',
  'accept',
  'lose',
  'transfer',
  'return',
  'leave',
  'callback',
].concat([
  'no pass',
  'no accept',
  'no lose',
  'no transfer',
  'no return',
  'customer words',
  'agent words',
  'refused words',
]);

function outcomes({ conversations, ledger }: World): ReadonlyMap<string, number> {
  const lines = conversations.flatMap(({ transcript }) => transcript);
  const words = lines.filter(({ by }) => by === 'customer').length;
  return new Map([
    ...ledger.tally,
    ['customer words', words],
    ['agent words', lines.length - words],
    ['refused words', ledger.refused.size],
  ]);
}

describe('the desk, whatever happens', function () {
  this.timeout(0);

  it('has one owner for every conversation, a clock for everybody who waits, and loses no words', () => {
    const happened = new Map<string, number>();
    fc.assert(
      fc.property(commands, fc.nat(3), (list, willing) => {
        const world = new World();
        for (const [name, a, b] of list) {
          ACTIONS[name](world, a, b);
          if (name !== 'nothing') holdsAlways(world);
          if (name === 'tick') holdsAfterRound(world);
        }
        settles(world);
        world.tick();
        holdsAfterRound(world);
        for (const [what, count] of outcomes(world)) happened.set(what, (happened.get(what) ?? 0) + count);
        everybodyIsServed(world, willing);
        settles(world);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    if (process.env.MODEL_COUNTS !== undefined) console.log(Object.fromEntries(happened));
    const seen = EXPECTED.filter((what) => happened.has(what));
    if (RUNS * COMMANDS >= 100_000) assert.deepEqual(seen, EXPECTED, 'everything happened that is to be survived');
  });
});
