import type { Language } from '../activity.ts';
import type { Message } from '../message.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly message: Message;
  readonly language: Language;
  readonly words: Texts;
}

/** What the bot says about who answers, as a quiet line between the bubbles. */
export function Notice({ message, language, words }: Props) {
  return (
    <article class="notice" lang={message.language ?? language}>
      <span class="hidden" lang={language}>
        {words.says(words.operator)}
      </span>
      <p class="text">{message.text}</p>
    </article>
  );
}
