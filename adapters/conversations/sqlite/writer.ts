import type { DatabaseSync } from 'node:sqlite';
import { OutcomeUnknown, outcomeUnknown } from '../outcomeUnknown.ts';

interface Job {
  run(): void;
  succeed(): void;
  fail(error: unknown): void;
}

/**
 * Writes to the file. What is asked for in one turn of the event loop goes into one transaction, so that it shares one
 * sync to disk; each piece of work still succeeds or fails alone. A promise resolves after the transaction is on disk.
 */
export class Writer {
  readonly #database: DatabaseSync;
  #jobs: Job[] = [];
  #closed = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** `work` is synchronous and may run once only. Rejects with `OutcomeUnknown`. */
  write<T>(work: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new OutcomeUnknown('closed'));
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let succeed = () => reject(new OutcomeUnknown('not run'));
    const job = {
      run() {
        const result = work();
        succeed = () => resolve(result);
      },
      succeed: () => succeed(),
      fail: (error: unknown) => reject(outcomeUnknown(error)),
    };
    if (this.#jobs.push(job) === 1) setImmediate(() => this.#flush());
    return promise;
  }

  close(): void {
    if (this.#closed) return;
    this.#flush();
    this.#closed = true;
    this.#database.close();
  }

  #flush(): void {
    const jobs = this.#jobs;
    if (jobs.length === 0) return;
    this.#jobs = [];
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const done = jobs.filter((job) => this.#alone(job));
      this.#database.exec('COMMIT');
      for (const job of done) job.succeed();
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      for (const job of jobs) job.fail(error);
    }
  }

  /** False when the job failed; then nothing of it is written. */
  #alone(job: Job): boolean {
    this.#database.exec('SAVEPOINT job');
    try {
      job.run();
      this.#database.exec('RELEASE job');
      return true;
    } catch (error) {
      this.#database.exec('ROLLBACK TO job');
      this.#database.exec('RELEASE job');
      job.fail(error);
      return false;
    }
  }
}
