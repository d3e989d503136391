import type { Activity, Attachment, Card, Choice, Language } from './activity.ts';
import type { Waiting } from './outbox.ts';
import type { Reason } from './outgoing.ts';

export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly reason: Reason };

/** One bubble. */
export interface Message {
  /** Stays the same when the server's echo takes the place of what was typed here. */
  readonly key: string;
  readonly speaker: 'customer' | 'agent' | 'bot';
  /** Who spoke, where it was not the page's own 首问; empty otherwise. */
  readonly name: string;
  /** The bot's name for what it says; empty for others. */
  readonly said: string;
  /** Place in the conversation's log; undefined for what is not there yet. */
  readonly position: number | undefined;
  readonly text: string;
  readonly language: Language | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly attachments: readonly Attachment[];
  readonly choices: readonly Choice[];
  readonly card: Card | undefined;
  readonly delivery: Delivery;
}

/** What the bot says about who answers: not part of the talk, so it stands in it as a quiet line. */
const notices = ['handoffPlace', 'passedOn', 'agentJoined', 'agentChanged', 'agentGone', 'botBack'];

export function isNotice({ speaker, said, card }: Message): boolean {
  return speaker === 'bot' && card === undefined && notices.includes(said);
}

/** The log, then what is on its way, as bubbles; whatever would be an empty bubble is left out. */
export function messages(log: readonly Activity[], waiting: readonly Waiting[]): readonly Message[] {
  const said = log.filter(({ type }) => type === 'message').map(logged);
  return [...said, ...waiting.filter(({ what }) => what.kind === 'message').map(pending)].filter(
    ({ text, attachments, card }) => text !== '' || attachments.length > 0 || card !== undefined,
  );
}

function logged(activity: Activity): Message {
  const { speaker, said, position, text, language, at, attachments, choices, card } = activity;
  return {
    key: activity.clientActivityID ?? activity.id,
    speaker: speaker.role,
    name: speaker.role === 'agent' || (speaker.role === 'bot' && speaker.id !== 'shouwen') ? speaker.name : '',
    ...{ said, position, text, language, at, attachments, choices, card },
    delivery: { kind: 'sent' },
  };
}

function pending({ clientActivityID, what, language, at, files, failed, accepted }: Waiting): Message {
  return {
    key: clientActivityID,
    speaker: 'customer',
    name: '',
    said: '',
    position: undefined,
    text: what.kind === 'message' ? what.text : '',
    language,
    at,
    attachments: files.map(({ name, type }) => ({ name, contentType: type, url: undefined })),
    choices: [],
    card: undefined,
    delivery: failed ? { kind: 'failed', reason: failed } : { kind: accepted ? 'sent' : 'sending' },
  };
}
