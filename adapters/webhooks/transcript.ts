import type { Conversations, LogEntry } from '../../bot/conversations.ts';
import type { ConversationId, Instant, Language } from '../../domain/ids.ts';
import { newest } from '../desk/transcript.ts';
import { maskText } from '../desk/views/words.ts';
import type { TranscriptWording } from './store.ts';

/** Lines that go with a hand-off: the newest. */
const MOST_LINES = 200;

export type Transcript = (
  conversation: ConversationId,
  language: Language,
  wording: TranscriptWording,
) => Promise<readonly object[]>;

/** What was said in a conversation as message activities: no names, no files, no choices; none when it has expired. */
export function conversationTranscript(deps: {
  readonly conversations: Pick<Conversations, 'log'>;
  readonly zone: string;
  readonly now: () => Instant;
}): Transcript {
  return async (conversation, language, wording) => {
    const lines = await newest(deps.conversations, conversation, MOST_LINES);
    const reading = { language, now: deps.now(), timeZone: deps.zone };
    const wordsOf = (text: string): string => (wording === 'plain' ? text : maskText(text, reading));
    return lines.flatMap(({ position, activity }: LogEntry) => {
      const { type, text, timestamp, locale, from } = activity;
      if (type !== 'message' || text === undefined || text === '') return [];
      const common = { type, id: `${conversation}/${position}`, conversation: { id: conversation } };
      const said = { ...(timestamp === undefined ? {} : { timestamp }), ...(locale === undefined ? {} : { locale }) };
      return [{ ...common, ...said, from: { id: from.role, role: from.role }, text: wordsOf(text) }];
    });
  };
}
