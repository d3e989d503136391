import type { BotActivity } from '../../bot/activity.ts';
import type { Inbound } from '../../bot/conversations.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Sealer } from '../crypto/sealer.ts';

/**
 * What a conversation keeps, sealed. The seal names conversation and place, so that no value opens in another
 * conversation or as something else. The readers check the shape only as far as the seal does not: what opens was
 * written by this product, perhaps by an older release, after it had been validated at the border.
 */
export interface Values {
  sealState(conversation: ConversationId, state: unknown): string;
  openState(conversation: ConversationId, sealed: string): unknown;
  sealInbound(conversation: ConversationId, inbound: Inbound): string;
  openInbound(conversation: ConversationId, id: string, sealed: string): Inbound;
  sealActivity(conversation: ConversationId, activity: BotActivity): string;
  openActivity(conversation: ConversationId, sealed: string): BotActivity;
}

/** A value that opened but is not what was stored there; a fault of this product. */
export class ValueBroken extends Error {
  override readonly name = 'ValueBroken';
}

export function values(sealer: Sealer): Values {
  const seal = (value: unknown, ...place: readonly string[]) =>
    sealer.seal(JSON.stringify(value ?? null), JSON.stringify(place));
  const open = (sealed: string, ...place: readonly string[]): unknown =>
    JSON.parse(sealer.open(sealed, JSON.stringify(place)));
  return {
    sealState: (conversation, state) => seal(state, conversation, 'state'),
    openState: (conversation, sealed) => open(sealed, conversation, 'state'),
    sealInbound: (conversation, inbound) => seal(inbound, conversation, 'inbox', inbound.id),
    openInbound(conversation, id, sealed) {
      const value = open(sealed, conversation, 'inbox', id);
      if (!isInbound(value)) throw new ValueBroken('not an inbound message');
      return value;
    },
    sealActivity: (conversation, activity) => seal(activity, conversation, 'log'),
    openActivity(conversation, sealed) {
      const value = open(sealed, conversation, 'log');
      if (!isActivity(value)) throw new ValueBroken('not an activity');
      return value;
    },
  };
}

/** The border where names read back from a store become ids again: only ids were ever written there. */
export const storedConversation = (id: string): ConversationId => id as ConversationId;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInbound(value: unknown): value is Inbound {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.at === 'number' &&
    isObject(value.activity) &&
    typeof value.activity.type === 'string'
  );
}

function isActivity(value: unknown): value is BotActivity {
  return isObject(value) && typeof value.type === 'string' && isObject(value.from);
}
