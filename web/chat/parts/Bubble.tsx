import type { Language } from '../activity.ts';
import type { Chat } from '../chat.ts';
import { timeOfDay } from '../clock.ts';
import type { Message } from '../message.ts';
import type { Texts } from '../texts.ts';
import { Attached } from './Attached.tsx';
import { Avatar } from './Avatar.tsx';
import { CaseCard } from './CaseCard.tsx';
import { Warning } from './icons.tsx';
import { Words } from './Words.tsx';

interface Props {
  readonly message: Message;
  /** First and last of what one speaker said in one go. */
  readonly first: boolean;
  readonly last: boolean;
  /** How far it got, where that is worth telling. */
  readonly mark: 'delivered' | 'read' | undefined;
  readonly language: Language;
  readonly words: Texts;
  readonly chat: Chat;
}

/** One message: who (for screen readers always, for eyes when it is a person), what, when, and whether it got through. */
export function Bubble({ message, first, last, mark, language, words, chat }: Props) {
  const { key, speaker, name, text, card, attachments, delivery, at } = message;
  const who = speaker === 'customer' ? words.you : name || (speaker === 'agent' ? words.agent : words.operator);
  return (
    <article class={`said ${speaker}${last ? ' last' : ''}`} data-delivery={delivery.kind}>
      {first && speaker === 'agent' && <Avatar name={name} />}
      {first && (name !== '' || speaker === 'agent') && (
        <p class="who" aria-hidden="true">
          {who}
        </p>
      )}
      <div class="bubble" lang={message.language ?? language}>
        <span class="hidden" lang={language}>
          {words.says(who)}
        </span>
        {text !== '' && (
          <p class="text">
            <Words text={text} words={words} />
          </p>
        )}
        {attachments.map((attachment) => (
          <Attached key={attachment.name} attachment={attachment} ours={speaker === 'agent'} words={words} />
        ))}
        {card?.kind === 'case' && <CaseCard card={card} words={words} />}
      </div>
      {delivery.kind === 'failed' ? (
        <p class="failed" role="alert">
          <Warning />
          <span>{words.notSent[delivery.reason]}</span>
          <button type="button" class="plain" onClick={() => chat.retry(key)}>
            {words.tryAgain}
          </button>
          <button type="button" class="plain" onClick={() => chat.discard(key)}>
            {words.discard}
          </button>
        </p>
      ) : (
        last && (
          <p class="when" aria-live="off">
            {delivery.kind === 'sending' ? (
              words.sending
            ) : (
              <time dateTime={new Date(at).toISOString()}>{timeOfDay(at, language)}</time>
            )}
            {mark && <span class="mark-of">{words[mark]}</span>}
          </p>
        )
      )}
    </article>
  );
}
