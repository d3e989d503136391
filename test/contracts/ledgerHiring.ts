import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestHome } from './ledgerHomes.ts';
import type { WorkerOrder } from './ledgerWorker.ts';

const WORKER = fileURLToPath(new URL('ledgerWorker.ts', import.meta.url));

/** Processes of their own that work on a ledger. */
export class Crew {
  readonly #workers: ChildProcess[] = [];

  /** A worker that has opened the ledger; `go` starts it. */
  async hire(home: TestHome, task: WorkerOrder['task']) {
    const order = JSON.stringify({ home: home.location, task } satisfies WorkerOrder);
    const worker = spawn(process.execPath, [WORKER, order], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#workers.push(worker);
    const lines = createInterface({ input: worker.stdout })[Symbol.asyncIterator]();
    assert.equal((await lines.next()).value, 'ready');
    return {
      worker,
      lines,
      go: () => worker.stdin.write('go\n'),
      line: async () => String((await lines.next()).value),
    };
  }

  dismiss(): void {
    for (const worker of this.#workers.splice(0)) worker.kill('SIGKILL');
  }
}
