import { randomUUID } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import type { Signal, Signals } from '../../bot/desk.ts';
import { client } from '../conversations/redis/client.ts';
import { parseRedisUrl } from '../conversations/redis/url.ts';
import { SignalListeners } from './signalListeners.ts';
import { readSignal, writeSignal } from './signalMessage.ts';

/** Redis channel of the signals. */
export const SIGNAL_CHANNEL = 'sw:signals';
const COMMAND_MS = 2000;
const HEARTBEAT_MS = 10_000;
/** Signals on their way to a Redis that does not answer; more are not sent to others. */
const UNDER_WAY_LIMIT = 200;

/**
 * Signals through Redis, on two connections: one that only listens, one that sends. Listeners of this process are told
 * without it. What is lost while there is no connection is lost; afterwards all are told that the desk may have news.
 */
export class RedisSignals implements Signals {
  readonly #origin = randomUUID();
  readonly #listeners: SignalListeners;
  readonly #ear: Redis | Cluster;
  readonly #mouth: Redis | Cluster;
  readonly #heartbeat: NodeJS.Timeout;
  #underWay = 0;

  constructor(url: string, failed: (error: unknown) => void) {
    this.#listeners = new SignalListeners(failed);
    this.#ear = client(parseRedisUrl(url), COMMAND_MS);
    this.#mouth = client(parseRedisUrl(url), COMMAND_MS);
    for (const redis of [this.#ear, this.#mouth]) redis.on('error', failed);
    this.#ear.on('message', (_: string, text: string) => this.#hear(text));
    this.#ear.on('ready', () => {
      this.#ear.subscribe(SIGNAL_CHANNEL).then(() => this.#listeners.tell({ kind: 'desk' }), failed);
    });
    // who only listens, or seldom speaks, does not notice a dead connection; an unanswered ping ends it
    this.#heartbeat = setInterval(() => {
      for (const redis of [this.#ear, this.#mouth]) redis.ping().catch(() => {});
    }, HEARTBEAT_MS).unref();
  }

  send(signal: Signal): void {
    this.#listeners.tell(signal);
    const text = writeSignal(this.#origin, signal);
    if (text === null || this.#mouth.status !== 'ready' || this.#underWay >= UNDER_WAY_LIMIT) return;
    this.#underWay += 1;
    const done = (): void => {
      this.#underWay -= 1;
    };
    // a lost one is made good by whoever looks by themselves, once a second
    this.#mouth.publish(SIGNAL_CHANNEL, text).then(done, done);
  }

  listen(listener: (signal: Signal) => void): () => void {
    return this.#listeners.add(listener);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    this.#listeners.clear();
    this.#ear.disconnect();
    this.#mouth.disconnect();
  }

  #hear(text: string): void {
    const heard = readSignal(text);
    if (heard !== null && heard.origin !== this.#origin) this.#listeners.tell(heard.signal);
  }
}
