import { crc32 } from 'node:zlib';
import type { ConversationId } from '../../../domain/ids.ts';

/** The keys of one conversation share the hash tag `{conversation}`, so that one script may touch all of them. */
export interface ConversationKeys {
  readonly meta: string;
  readonly inbox: string;
  readonly log: string;
  readonly seen: string;
  readonly order: string;
}

/** Braces and percent signs are escaped: a `}` in an id would end the hash tag early, at worst leave it empty. */
export function conversationKeys(conversation: ConversationId): ConversationKeys {
  const tag = conversation.replaceAll(/[%{}]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  const key = (part: string) => `sw:{${tag}}:${part}`;
  return { meta: key('meta'), inbox: key('inbox'), log: key('log'), seen: key('seen'), order: key('order') };
}

/** Pending hints are spread over this many sorted sets. Another number would strand the hints of a running system. */
const PENDING_SHARDS = 8;

export interface PendingKeys {
  readonly hints: string;
  readonly last: string;
}

const shard = (n: number): PendingKeys => ({ hints: `sw:pending:{${n}}`, last: `sw:pending:{${n}}:last` });

export const pendingShards: readonly PendingKeys[] = Array.from({ length: PENDING_SHARDS }, (_, n) => shard(n));

export function pendingKeys(conversation: ConversationId): PendingKeys {
  return shard(crc32(conversation) % PENDING_SHARDS);
}

/** Channel of `<end> <origin> <conversation>`: the log of a conversation has grown to `end`. */
export const LIVE_CHANNEL = 'sw:live';
