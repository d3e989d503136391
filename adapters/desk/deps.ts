import type { Conversations } from '../../bot/conversations.ts';
import type { Signals } from '../../bot/desk.ts';
import type { Intake } from '../../bot/intake.ts';
import type { Handoff } from '../../domain/desk/handoff.ts';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { Log } from '../http/log.ts';
import type { Uploads } from '../uploads/store.ts';
import type { Guard } from './auth/guard.ts';
import type { ChannelKnowledge } from './limits.ts';

/** What the operations of `/desk/api` stand on. */
export interface DeskDeps {
  readonly guard: Guard;
  readonly ledger: Ledger;
  /** Only read: what agents say goes through `intake`. */
  readonly conversations: Pick<Conversations, 'log'>;
  readonly intake: Intake;
  readonly uploads: Uploads;
  readonly manual: Manual;
  /** IANA zone of the operator. */
  readonly zone: string;
  readonly now: () => Instant;
  /** The owner changed: brings the news to the conversation at once. What fails here the ledger's timer makes good. */
  readonly changed: (handoff: Handoff) => Promise<void>;
  /** Wakes the consoles of all instances. */
  readonly signals: Pick<Signals, 'send'>;
  /** Who of the staff has a conversation open now. */
  readonly viewers: (conversation: ConversationId) => readonly { readonly id: string; readonly name: string }[];
  /** Sign-in by the operator's own identity provider is set up. */
  readonly oidc: boolean;
  /** The messaging channels; null without any. */
  readonly channels: ChannelKnowledge | null;
  readonly log: Log;
}
