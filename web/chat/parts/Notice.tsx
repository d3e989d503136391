import type { Language } from '../activity.ts';
import { timeOfDay } from '../clock.ts';
import type { Message } from '../message.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly message: Message;
  readonly language: Language;
  readonly words: Texts;
}

/** What the bot says about who answers, as a quiet line between the bubbles; its time tells a place of then from one of now. */
export function Notice({ message, language, words }: Props) {
  return (
    <article class="notice" lang={message.language ?? language}>
      <span class="hidden" lang={language}>
        {words.says(words.operator)}
      </span>
      <p class="text">{message.text}</p>
      <time dateTime={new Date(message.at).toISOString()} aria-live="off">
        {timeOfDay(message.at, language)}
      </time>
    </article>
  );
}
