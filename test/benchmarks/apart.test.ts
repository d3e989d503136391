import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { apart } from './apart.ts';

const CHILD = fileURLToPath(new URL('./children/answers.ts', import.meta.url));
const ask = (how: string, limitSeconds = 30) => apart({ how }, limitSeconds, CHILD);

describe('a trial in a process of its own', () => {
  it('hands back what came of it', async () => {
    const outcome = await ask('well');
    assert.ok(outcome.kind === 'done');
    assert.deepEqual(outcome.trial.answers, [{ label: 'a', confidence: 1 }]);
  });

  it('is a failure with its reason when the process throws, dies, answers nonsense or dallies', async () => {
    const reasonOf = async (how: string, limitSeconds?: number) => {
      const outcome = await ask(how, limitSeconds);
      return outcome.kind === 'failed' ? outcome.reason : outcome;
    };
    assert.match(String(await reasonOf('throw')), /out of ideas/);
    assert.equal(await reasonOf('die'), 'ended with SIGKILL');
    assert.equal(await reasonOf('nonsense'), 'it answered something else');
    assert.equal(await reasonOf('dally', 1), 'not done after 1 s');
  });
});
