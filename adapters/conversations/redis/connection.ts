import { type Cluster, Redis } from 'ioredis';
import { OutcomeUnknown, outcomeUnknown } from '../outcomeUnknown.ts';
import { client } from './client.ts';
import type { Step, Steps } from './steps.ts';
import { parseRedisUrl } from './url.ts';

export interface ConnectionOptions {
  /** See `parseRedisUrl`. */
  readonly url: string;
  /** A call that has no answer by then ends as `OutcomeUnknown`. Default 2,000. */
  readonly commandTimeoutMs?: number;
  /** How long `open` waits for a server. Default 30,000. */
  readonly startTimeoutMs?: number;
  readonly onError?: (error: unknown) => void;
}

/** Calls that may wait for a connection; more are refused at once. */
const WAITING_LIMIT = 1000;

/** What is under way and must not hang: ioredis 6.0.0 forgets the commands of a connection that broke. */
interface Call {
  sent: boolean;
  readonly start: () => void;
  readonly fail: (reason: string) => void;
}

class NotSent extends Error {}

export class Connection implements Steps {
  readonly #redis: Redis | Cluster;
  readonly #commandTimeoutMs: number;
  readonly #calls = new Set<Call>();
  #closed = false;

  private constructor(options: ConnectionOptions) {
    this.#commandTimeoutMs = options.commandTimeoutMs ?? 2000;
    this.#redis = client(parseRedisUrl(options.url), this.#commandTimeoutMs);
    this.#redis.on('error', (error: unknown) => options.onError?.(outcomeUnknown(error)));
    this.#redis.on('ready', () => {
      for (const call of this.#calls) call.start();
    });
    this.#redis.on('close', () => {
      for (const call of this.#calls) if (call.sent) call.fail('the connection broke');
    });
  }

  /** Waits until a server answers and has loaded its data. Throws `OutcomeUnknown` when none does in time. */
  static async open(options: ConnectionOptions): Promise<Connection> {
    const connection = new Connection(options);
    try {
      await connection.#call(options.startTimeoutMs ?? 30_000, () => {
        return Promise.all(connection.masters().map((server) => server.ping()));
      });
    } catch (error) {
      connection.#redis.disconnect();
      throw error;
    }
    return connection;
  }

  run(steps: readonly Step[]): Promise<readonly unknown[]> {
    return this.#call(this.#commandTimeoutMs, () => send(this.#redis, steps));
  }

  /** One client for each server that takes writes. */
  masters(): readonly Redis[] {
    return this.#redis instanceof Redis ? [this.#redis] : this.#redis.nodes('master');
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const call of this.#calls) call.fail('closed');
    this.#redis.disconnect();
  }

  /** Sends as soon as there is a connection; connection and answer together have `timeoutMs`. */
  #call<T>(timeoutMs: number, send: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const done = () => {
      clearTimeout(timer);
      this.#calls.delete(call);
    };
    const fail = (reason: unknown) => {
      done();
      reject(outcomeUnknown(reason));
    };
    const call: Call = {
      sent: false,
      start() {
        if (call.sent) return;
        call.sent = true;
        send().then(
          (answer) => {
            done();
            resolve(answer);
          },
          (error: unknown) => {
            // Nothing left this process: the next connection may have it.
            if (error instanceof NotSent) call.sent = false;
            else fail(error);
          },
        );
      },
      fail: (reason) => fail(new OutcomeUnknown(reason)),
    };
    const timer = setTimeout(() => call.fail('no answer in time'), timeoutMs);
    this.#calls.add(call);
    if (this.#closed) call.fail('closed');
    else if (this.#redis.status === 'ready') call.start();
    else if (this.#calls.size > WAITING_LIMIT) call.fail('no connection, too many calls wait for one');
    return promise;
  }
}

async function send(redis: Redis | Cluster, steps: readonly Step[]): Promise<readonly unknown[]> {
  if (!(redis instanceof Redis)) return inTurn(redis, steps);
  const pipeline = redis.pipeline();
  for (const step of steps) pipeline.call(...words(step, 'sha'));
  const answers: unknown[] = [];
  for (const [error, answer] of (await pipeline.exec()) ?? []) {
    // The server does not know this script (it was restarted). Later steps may have run too early: all again from here.
    if (error && isNoScript(error)) return [...answers, ...(await inTurn(redis, steps.slice(answers.length)))];
    if (error) throw answers.length === 0 && isNotWritable(error) ? new NotSent() : error;
    answers.push(answer);
  }
  return answers;
}

/** Keys of several servers, or scripts the server does not know: each step waits for the one before. */
async function inTurn(redis: Redis | Cluster, steps: readonly Step[]): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const step of steps) answers.push(await one(redis, step));
  return answers;
}

async function one(redis: Redis | Cluster, step: Step): Promise<unknown> {
  try {
    return await redis.call(...words(step, 'sha'));
  } catch (error) {
    if (!isNoScript(error)) throw error;
    return await redis.call(...words(step, 'lua'));
  }
}

function words(step: Step, as: 'sha' | 'lua'): [string, (string | number)[]] {
  if (!('script' in step)) return [step.command, [...step.args]];
  const name = as === 'sha' ? 'evalsha' : 'eval';
  return [name, [step.script[as], step.keys.length, ...step.keys, ...step.args]];
}

/** The connection was gone before anything was written. Of the commands of one pipeline ioredis then refuses all. */
function isNotWritable(error: Error): boolean {
  return error.message.startsWith("Stream isn't writeable");
}

function isNoScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}
