import { createHash, randomBytes } from 'node:crypto';
import type { ConversationId } from '../../../domain/ids.ts';

/** Our side of every conversation, as clients see it. */
export const BOT_ID = 'shouwen';

/** 128 random bits: the id of a conversation is no secret, but nobody guesses another's. */
export function newConversationId(): ConversationId {
  return `dl-${randomBytes(16).toString('base64url')}` as ConversationId;
}

/** Direct Line user ids of tokens begin with `dl_`; clients refuse such ids from anywhere else. */
export function newUserId(): string {
  return `dl_${randomBytes(16).toString('base64url')}`;
}

/** The id of a log entry as clients see it: `dl-…|0000007`. */
export function activityId(conversation: ConversationId, position: number): string {
  return `${conversation}|${String(position).padStart(7, '0')}`;
}

/** The answered id of what has no place in the log; the same for the same message id, so that a repeat is told the same. */
export function unshownId(conversation: ConversationId, messageId: string): string {
  return `${conversation}|e${createHash('sha256').update(messageId).digest('hex').slice(0, 16)}`;
}
