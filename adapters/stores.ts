import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Conversations } from '../bot/conversations.ts';
import type { Settings } from '../bot/settings.ts';
import { shownAddress } from '../bot/shownSetting.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { ConversationsOptions } from './conversations/options.ts';
import { type OpenedRedisConversations, openRedisConversations } from './conversations/redis/openRedisConversations.ts';
import { SqliteConversations } from './conversations/sqlite/sqliteConversations.ts';
import { blindIndex } from './crypto/blindIndex.ts';
import { parseKeyRing, type Sealer, sealer } from './crypto/sealer.ts';
import type { Keys } from './keys/keyFile.ts';
import { type Books, openLedger } from './ledger/index.ts';
import { StoreRefused, storeFault } from './storeFaults.ts';

/** How long a start waits for Redis: one that begins at the same time gets its chance, and nobody waits in vain for long. */
const REDIS_START_MS = 5000;

/** This Redis could lose work that was acknowledged; the message lists why. */
export class UnsafeRedis extends StoreRefused {
  override readonly name = 'UnsafeRedis';
}

export interface Stores {
  readonly conversations: Conversations;
  readonly ledger: Books;
}

/** What a process wants to hear of its stores. */
export type StoreHooks = Pick<ConversationsOptions, 'onAppended' | 'onRemote' | 'onReconnected'> & {
  /** A failure in the background that no caller sees. */
  readonly onError: (error: unknown) => void;
};

/**
 * Opens the stores that the settings name: Redis and PostgreSQL, or SQLite files in DATA_DIR.
 * @throws StoreUnusable when one does not answer within some seconds, StoreRefused (`UnsafeRedis`) for one that may not be used
 */
export async function openStores(settings: Settings, manual: Manual, keys: Keys, hooks: StoreHooks): Promise<Stores> {
  const conversations = await openConversations(settings, {
    ...hooks,
    sealer: sealerOf(settings, keys),
    idleDays: manual.retention.conversationDays,
  });
  try {
    return { conversations, ledger: await openBooks(settings, manual, keys, hooks.onError) };
  } catch (error) {
    await conversations.close();
    throw error;
  }
}

async function openConversations(settings: Settings, options: ConversationsOptions): Promise<Conversations> {
  const { REDIS_URL: url } = settings;
  if (url === undefined) {
    const file = join(settings.DATA_DIR, 'conversations.db');
    try {
      return new SqliteConversations({ ...options, file });
    } catch (error) {
      throw storeFault('DATA_DIR', file, error);
    }
  }
  const redis = await openRedis(url, options);
  const reasons = settings.ALLOW_UNSAFE_REDIS ? [] : await redis.checkSafety();
  if (reasons.length === 0) return redis;
  await redis.close();
  const lines = reasons.map((reason) => `  ${reason}`);
  throw new UnsafeRedis(['REDIS_URL: this Redis could lose acknowledged work:', ...lines].join('\n'));
}

/** Until it is open, what the driver says of each attempt goes into the one line of the refusal. */
async function openRedis(url: string, options: ConversationsOptions): Promise<OpenedRedisConversations> {
  let opened = false;
  let said: unknown = null;
  const onError = (error: unknown): void => {
    said = error;
    if (opened) options.onError?.(error);
  };
  try {
    const redis = await openRedisConversations({ ...options, onError, url, startTimeoutMs: REDIS_START_MS });
    opened = true;
    return redis;
  } catch (error) {
    throw storeFault('REDIS_URL', shownAddress(url), said ?? error);
  }
}

/** What seals everything the product stores: DATA_KEYS, or the key file's. */
export function sealerOf(settings: Settings, keys: Keys): Sealer {
  return sealer(parseKeyRing(settings.DATA_KEYS ?? keys.dataKeys));
}

/** Opens the ledger alone: PostgreSQL, or SQLite in DATA_DIR. Throws as `openStores` does. */
export async function openBooks(
  settings: Settings,
  manual: Manual,
  keys: Keys,
  idleFailed: (error: unknown) => void,
): Promise<Books> {
  const { DATABASE_URL: url, DATA_DIR, INDEX_KEY, TZ_OPERATOR: zone } = settings;
  const file = join(DATA_DIR, 'ledger.db');
  return openLedger({
    ...(url === undefined ? { file } : { url }),
    manual,
    sealer: sealerOf(settings, keys),
    blindIndex: blindIndex(Buffer.from(INDEX_KEY ?? keys.indexKey, 'base64'), 'phone'),
    zone,
    random: () => randomBytes(4).readUInt32BE() / 2 ** 32,
    idleFailed,
  }).catch((error: unknown) => {
    throw url === undefined
      ? storeFault('DATA_DIR', file, error)
      : storeFault('DATABASE_URL', shownAddress(url), error);
  });
}
