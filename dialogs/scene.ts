import type { Source } from '../domain/customers/identity.ts';
import type { ConversationId, CustomerId, IdempotencyKey, Instant, Language, MessageId } from '../domain/ids.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { Heard, HearingContext } from '../nlu/heard.ts';

/** All that a dialog may know and use in one turn. The clock is the moment the message was taken, so a repeat says the same. */
export interface Scene {
  readonly heard: Heard;
  readonly language: Language;
  readonly now: Instant;
  /** IANA zone of the operator. */
  readonly zone: string;
  readonly manual: Manual;
  readonly ledger: Ledger;
  readonly customer: CustomerId;
  /** Where the customer writes from. */
  readonly source: Source;
  readonly conversation: ConversationId;
  readonly channel: string;
  /** A file can be handed over here. */
  readonly takesFiles: boolean;
  readonly message: MessageId;
  /** Wrong proofs of ownership this conversation has given so far. */
  readonly wrongProofs: number;
  /** Reads other words with the same understanding (a clause, a stored wish). */
  readonly understand: (text: string) => Heard;
}

/** What reading and writing the ledger needs of it: also where nobody says anything. */
export type Circumstances = Pick<
  Scene,
  'ledger' | 'manual' | 'now' | 'zone' | 'customer' | 'conversation' | 'channel' | 'language'
>;

export function hearing(scene: Pick<Scene, 'language' | 'now' | 'zone'>): HearingContext {
  return { language: scene.language, now: scene.now, timeZone: scene.zone };
}

/** The key of one write: same conversation, same form instance, same step = same write. */
export function keyOf(scene: Pick<Scene, 'conversation'>, instance: string, step: string): IdempotencyKey {
  return `${scene.conversation}/${instance}/${step}` as IdempotencyKey;
}
