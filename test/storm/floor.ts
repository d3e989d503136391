import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { figures, usageOf } from './figures.ts';
import { send } from './http.ts';

/** Loads the bare SDK as the storm loads the product: so many at once, each message after the answer to the last. */
export async function floor(customers: number, turnsEach: number) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('bareSdk.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = await once(child.stdout, 'data');
    const base = `http://127.0.0.1:${/listening (\d+)/.exec(String(said))?.[1]}`;
    const turnMs: number[] = [];
    const talk = async (customer: number, count: number) => {
      for (let turn = 0; turn < count; turn++) {
        const began = performance.now();
        const activity = {
          type: 'message',
          text: `turn ${turn}`,
          from: { id: `c${customer}` },
          recipient: { id: 'bot' },
        };
        const more = { channelId: 'test', conversation: { id: `c${customer}` }, serviceUrl: base };
        const answer = await send('POST', `${base}/api/messages`, null, { ...activity, ...more });
        if (answer.status !== 200) throw new Error(`the bare SDK answered ${answer.status}`);
        turnMs.push(performance.now() - began);
      }
    };
    const all = (count: number) => Promise.all(Array.from({ length: customers }, (_, i) => talk(i, count)));
    await all(2);
    turnMs.length = 0;
    const before = await usageOf(base);
    const began = performance.now();
    await all(turnsEach);
    const seconds = (performance.now() - began) / 1000;
    const after = await usageOf(base);
    return figures({ name: 'bare SDK', customers, turns: turnMs.length, seconds, turnMs, before, after });
  } finally {
    child.kill('SIGKILL');
  }
}
