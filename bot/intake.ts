import type { ConversationId } from '../domain/ids.ts';
import type { BotActivity } from './activity.ts';
import type { Accepted, Inbound } from './conversations.ts';

/**
 * What a channel calls with each verified, validated message: stores it durably (`Conversations.accept`) and wakes the
 * worker. The channel answers its caller only after this resolves. A rejection means "outcome unknown": answer 503 so that
 * the caller sends again with the same id.
 */
export type Intake = (conversation: ConversationId, inbound: Inbound, shown: BotActivity | null) => Promise<Accepted>;
