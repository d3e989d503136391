import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Conversations } from '../bot/conversations.ts';
import type { Settings } from '../bot/settings.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { ConversationsOptions } from './conversations/options.ts';
import { openRedisConversations } from './conversations/redis/openRedisConversations.ts';
import { SqliteConversations } from './conversations/sqlite/sqliteConversations.ts';
import { blindIndex } from './crypto/blindIndex.ts';
import { parseKeyRing, type Sealer, sealer } from './crypto/sealer.ts';
import type { Keys } from './keys/keyFile.ts';
import { type Books, openLedger } from './ledger/index.ts';

/** This Redis could lose work that was acknowledged; the message lists why. */
export class UnsafeRedis extends Error {
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

/** Opens the stores that the settings name: Redis and PostgreSQL, or SQLite files in DATA_DIR. Throws `UnsafeRedis`. */
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
  if (settings.REDIS_URL === undefined) {
    return new SqliteConversations({ ...options, file: join(settings.DATA_DIR, 'conversations.db') });
  }
  const redis = await openRedisConversations({ ...options, url: settings.REDIS_URL });
  const reasons = settings.ALLOW_UNSAFE_REDIS ? [] : await redis.checkSafety();
  if (reasons.length === 0) return redis;
  await redis.close();
  const lines = reasons.map((reason) => `  ${reason}`);
  throw new UnsafeRedis(['REDIS_URL: this Redis could lose acknowledged work:', ...lines].join('\n'));
}

/** What seals everything the product stores: DATA_KEYS, or the key file's. */
export function sealerOf(settings: Settings, keys: Keys): Sealer {
  return sealer(parseKeyRing(settings.DATA_KEYS ?? keys.dataKeys));
}

/** Opens the ledger alone: PostgreSQL, or SQLite in DATA_DIR. */
export function openBooks(
  settings: Settings,
  manual: Manual,
  keys: Keys,
  idleFailed: (error: unknown) => void,
): Promise<Books> {
  const { DATABASE_URL: url, DATA_DIR, INDEX_KEY, TZ_OPERATOR: zone } = settings;
  return openLedger({
    ...(url === undefined ? { file: join(DATA_DIR, 'ledger.db') } : { url }),
    manual,
    sealer: sealerOf(settings, keys),
    blindIndex: blindIndex(Buffer.from(INDEX_KEY ?? keys.indexKey, 'base64'), 'phone'),
    zone,
    random: () => randomBytes(4).readUInt32BE() / 2 ** 32,
    idleFailed,
  });
}
