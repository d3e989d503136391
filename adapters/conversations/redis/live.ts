import type { Cluster, Redis } from 'ioredis';
import type { ConversationId } from '../../../domain/ids.ts';
import { type ConversationsOptions, tell } from '../options.ts';
import { OutcomeUnknown, outcomeUnknown } from '../outcomeUnknown.ts';
import { storedConversation } from '../values.ts';
import { client } from './client.ts';
import { LIVE_CHANNEL } from './keys.ts';
import { parseRedisUrl } from './url.ts';

const HEARTBEAT_MS = 10_000;

/** Hears on a connection of its own which logs other processes have made longer. */
export class LiveEar {
  readonly #redis: Redis | Cluster;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(redis: Redis | Cluster) {
    this.#redis = redis;
    // Who only listens does not notice a dead connection; an unanswered ping ends it and brings a new one.
    this.#heartbeat = setInterval(() => redis.ping().catch(() => {}), HEARTBEAT_MS).unref();
  }

  /** Resolves when it hears. Throws `OutcomeUnknown` when it does not after `startTimeoutMs`. */
  static async open(url: string, origin: string, options: ConversationsOptions, startTimeoutMs: number) {
    const redis = client(parseRedisUrl(url), 2000);
    const ear = new LiveEar(redis);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new OutcomeUnknown('no subscription in time')), startTimeoutMs);
    let heardBefore = false;
    redis.on('error', (error: unknown) => options.onError?.(outcomeUnknown(error)));
    redis.on('message', (_: string, message: string) => {
      const news = readNews(message);
      if (news === null || news.origin === origin) return;
      tell(options, () => options.onRemote?.(news.conversation, news.end));
    });
    redis.on('ready', () => {
      redis.subscribe(LIVE_CHANNEL).then(
        () => {
          resolve();
          if (heardBefore) tell(options, () => options.onReconnected?.());
          heardBefore = true;
        },
        // The next connection tries again.
        (error: unknown) => options.onError?.(outcomeUnknown(error)),
      );
    });
    try {
      await promise;
    } catch (error) {
      ear.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    return ear;
  }

  close(): void {
    clearInterval(this.#heartbeat);
    this.#redis.disconnect();
  }
}

interface News {
  readonly end: number;
  readonly origin: string;
  readonly conversation: ConversationId;
}

/** Reads `<end> <origin> <conversation>`; null for anything else. */
function readNews(message: string): News | null {
  const match = /^(\d{1,15}) (\S+) (.+)$/s.exec(message);
  const [, end, origin, conversation] = match ?? [];
  if (end === undefined || origin === undefined || conversation === undefined) return null;
  return { end: Number(end), origin, conversation: storedConversation(conversation) };
}
