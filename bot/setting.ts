import { hearing, type Scene } from '../dialogs/scene.ts';
import type { CustomerId, Language } from '../domain/ids.ts';
import type { Heard } from '../nlu/heard.ts';
import { type InboundActivity, WEB_CHANNEL } from './activity.ts';
import { sourceOf } from './source.ts';
import type { ConversationState } from './state.ts';
import type { TurnInput, TurnPorts } from './world.ts';

/** As much of a text as understanding reads; what a form stores is the whole. */
const READ_LIMIT = 2000;

/** Only the head of a very long text is read for meaning; the words themselves stay whole. */
export function understand(
  text: string,
  language: Language,
  { at }: TurnInput,
  { understand: hear, zone }: TurnPorts,
): Heard {
  const heard = hear(text.slice(0, READ_LIMIT), hearing({ language, now: at, zone }));
  return { ...heard, text };
}

/** What dialogs may know and use in this turn. */
export function sceneOf(state: ConversationState, heard: Heard, input: TurnInput, ports: TurnPorts): Scene {
  return {
    heard,
    language: state.language,
    now: input.at,
    zone: ports.zone,
    manual: ports.manual,
    ledger: ports.ledger,
    customer: state.customer as CustomerId,
    source: sourceOf(state.reference),
    conversation: input.conversation,
    channel: state.reference.channelId ?? 'unknown',
    takesFiles: state.reference.channelId === WEB_CHANNEL,
    message: input.message,
    wrongProofs: state.dialog.wrongProofs,
    understand: (words) => understand(words, state.language, input, ports),
  };
}

/** The scene of a turn in which the customer said nothing. */
export function silentScene(state: ConversationState, input: TurnInput, ports: TurnPorts): Scene {
  return sceneOf(state, understand('', state.language, input, ports), input, ports);
}

/** A quick reply may come as a value without text. */
export function textOf({ text, value }: InboundActivity): string {
  if (text !== undefined && text !== '') return text;
  return typeof value === 'string' ? value : '';
}

export function filesOf({ attachments }: InboundActivity): number {
  return attachments?.filter((a) => !a.contentType.startsWith('text/html')).length ?? 0;
}
