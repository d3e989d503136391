import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, Ask } from './conversationsChild.ts';
import type { StorePlace } from './conversationsHarness.ts';

/** A process of its own with a store on the same data. */
export class StoreProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  /** Ids whose acknowledgement has reached us, in order. */
  readonly acked: string[] = [];
  #count = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', ({ n, acked, answer }: Answer) => {
      if (acked !== undefined) this.acked.push(acked);
      else this.#waiting.get(n)?.(answer);
    });
  }

  static async start(place: StorePlace): Promise<StoreProcess> {
    const child = fork(new URL('./conversationsChild.ts', import.meta.url), [JSON.stringify(place)]);
    const [first] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (first !== 'ready') throw new Error('the process with a store did not start');
    return new StoreProcess(child);
  }

  /** Resolves with the answer; never when the process is killed before. */
  ask(ask: Ask): Promise<unknown> {
    const n = this.#count++;
    this.#child.send({ ...ask, n });
    return new Promise((resolve) => this.#waiting.set(n, resolve));
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
