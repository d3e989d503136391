import { emptyDialog } from '../dialogs/state.ts';
import type { InboundActivity } from './activity.ts';
import { languageOfTag } from './language.ts';
import { type ConversationState, STATE_SCHEMA } from './state.ts';
import { BOT } from './with.ts';
import type { TurnInput, TurnPorts } from './world.ts';

/** A conversation's first turn: the customer is found by channel and source, the language by the channel's locale. */
export async function meet({ activity, at }: TurnInput, { ledger }: TurnPorts): Promise<ConversationState> {
  const channel = activity.channelId ?? 'unknown';
  const source = { channel, account: activity.recipient?.id ?? 'web', sourceId: activity.from?.id ?? 'unknown' };
  return {
    schema: STATE_SCHEMA,
    language: languageOfTag(activity.locale) ?? 'zh-Hans',
    customer: await ledger.customers.ofSource(source, at),
    reference: referenceOf(activity),
    lastAt: at,
    greeted: false,
    with: BOT,
    dialog: emptyDialog,
    unsettled: null,
  };
}

/** Somebody else writes in the same conversation: another customer, with nothing of the former one. */
export function isAnother(state: ConversationState, { activity }: TurnInput): boolean {
  const speaks = activity.type === 'message' && activity.from !== undefined;
  return speaks && state.reference.from?.id !== activity.from?.id;
}

function referenceOf({ channelId, serviceUrl, conversation, from, recipient, locale }: InboundActivity) {
  return { channelId, serviceUrl, conversation, from, recipient, locale };
}

export function refresh(state: ConversationState, { activity }: TurnInput): ConversationState {
  return { ...state, reference: referenceOf(activity) };
}
