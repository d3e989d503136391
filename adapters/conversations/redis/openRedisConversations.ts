import { randomUUID } from 'node:crypto';
import type { Conversations } from '../../../bot/conversations.ts';
import type { ConversationsOptions } from '../options.ts';
import { Connection } from './connection.ts';
import { LiveEar } from './live.ts';
import { RedisConversations } from './redisConversations.ts';
import { safetyReasons } from './safety.ts';
import type { Steps } from './steps.ts';

export interface RedisConversationsOptions extends ConversationsOptions {
  /** See `parseRedisUrl`. */
  readonly url: string;
  /** A call that has no answer by then ends as `OutcomeUnknown`. Default 2,000. */
  readonly commandTimeoutMs?: number;
  /** How long opening waits for a server. Default 30,000. */
  readonly startTimeoutMs?: number;
}

export interface OpenedRedisConversations extends Conversations {
  /** Reasons, in English, why Redis may lose acknowledged work; none when all is well. */
  checkSafety(): Promise<readonly string[]>;
}

/**
 * Connects and waits until Redis answers. Listens to other processes only when `onRemote` is given.
 * Throws `OutcomeUnknown` when no server answers in time, `RedisUrlInvalid` for an address that cannot be read.
 */
export async function openRedisConversations(options: RedisConversationsOptions): Promise<OpenedRedisConversations> {
  const origin = randomUUID();
  const connection = await Connection.open(options);
  try {
    const ear = options.onRemote
      ? await LiveEar.open(options.url, origin, options, options.startTimeoutMs ?? 30_000)
      : null;
    const steps: Steps = {
      run: (all) => connection.run(all),
      close() {
        ear?.close();
        return connection.close();
      },
    };
    const conversations = new RedisConversations(steps, options, origin);
    return Object.assign(conversations, { checkSafety: () => safetyReasons(connection.masters()) });
  } catch (error) {
    await connection.close();
    throw error;
  }
}
