import type { Conversations } from '../../../bot/conversations.ts';
import type { Intake } from '../../../bot/intake.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { Log } from '../../http/log.ts';
import type { Hub } from '../../live/hub.ts';
import type { Uploads } from '../../uploads/store.ts';
import type { Tokens } from './tokens.ts';

/** What the Direct Line server stands on. */
export interface DirectLine {
  readonly conversations: Conversations;
  /** Stores and wakes the worker; the echo of an accepted message is published to `hub` here as well, which is harmless. */
  readonly intake: Intake;
  readonly hub: Hub;
  readonly tokens: Tokens;
  /** The Direct Line secret, for callers that hold it. */
  readonly secret: string;
  /** The customer is writing now; never stored. */
  readonly typing?: (conversation: ConversationId) => void;
  readonly uploads: Uploads;
  /** `https://chat.example`, or null: taken from each request. */
  readonly publicUrl: string | null;
  /** Between two empty frames of a stream, in milliseconds; 20 s unless given. */
  readonly keepAliveMs?: number;
  readonly log: Log;
  readonly now: () => Instant;
}
