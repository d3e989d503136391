import { linkKey } from '../dialogs/link.ts';
import { emptyDialog } from '../dialogs/state.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { InboundActivity } from './activity.ts';
import type { Reference } from './delivery.ts';
import { languageOfTag } from './language.ts';
import { sourceOf } from './source.ts';
import { type ConversationState, referenceSchema, STATE_SCHEMA } from './state.ts';
import { BOT } from './with.ts';
import type { TurnInput, TurnPorts } from './world.ts';

/** A conversation's first turn: the customer is found by channel and source, the language by the channel's locale. */
export async function meet(input: TurnInput, ports: TurnPorts): Promise<ConversationState> {
  const reference = referenceOf(input.activity);
  const { customer } = await seen(reference, input, ports);
  return freshState(customer, reference, input);
}

function freshState(customer: CustomerId, reference: Reference, { at }: TurnInput): ConversationState {
  return {
    schema: STATE_SCHEMA,
    language: languageOfTag(reference.locale) ?? 'zh-Hans',
    customer,
    reference,
    lastAt: at,
    greeted: false,
    with: BOT,
    dialog: emptyDialog,
    unsettled: null,
  };
}

/** A conversation that expired, begun again for news of the customer who is known to be there; null when nobody is. */
export async function revive(input: TurnInput, { ledger }: TurnPorts): Promise<ConversationState | null> {
  const found = await ledger.customers.standing(input.conversation);
  const reference = found === null ? null : referenceSchema.safeParse(JSON.parse(found.reference));
  return found && reference?.success ? freshState(found.customer, reference.data, input) : null;
}

/** Somebody else writes in the same conversation: another customer, with nothing of the former one. */
export function isAnother(state: ConversationState, { activity }: TurnInput): boolean {
  const speaks = activity.type === 'message' && activity.from !== undefined;
  return speaks && state.reference.from?.id !== activity.from?.id;
}

function referenceOf({ channelId, serviceUrl, conversation, from, recipient, locale }: InboundActivity): Reference {
  return { channelId, serviceUrl, conversation, from, recipient, locale };
}

export function refresh(state: ConversationState, { activity }: TurnInput): ConversationState {
  return { ...state, reference: referenceOf(activity) };
}

/**
 * Who writes now: a source may have been linked or given up in another conversation since. What was under way was the
 * former customer's. A repeated turn that did it itself goes on as the first time.
 */
export async function recognise(
  before: ConversationState,
  input: TurnInput,
  ports: TurnPorts,
): Promise<ConversationState> {
  const state = refresh(before, input);
  const { customer, movedBy } = await seen(state.reference, input, ports);
  if (customer === state.customer || movedBy === linkKey(input.conversation, input.message)) return state;
  return { ...state, customer, dialog: emptyDialog, unsettled: null };
}

function seen(reference: Reference, { conversation, at }: TurnInput, { ledger }: TurnPorts) {
  return ledger.customers.seen(sourceOf(reference), { conversation, reference: JSON.stringify(reference) }, at);
}
