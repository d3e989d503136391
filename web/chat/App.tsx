import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Chat } from './chat.ts';
import { tellHost } from './embed.ts';
import type { Picked } from './files.ts';
import { admit } from './files.ts';
import { Composer } from './parts/Composer.tsx';
import { Header } from './parts/Header.tsx';
import { LinkLine } from './parts/LinkLine.tsx';
import { Transcript } from './parts/Transcript.tsx';
import { WaitingCard } from './parts/WaitingCard.tsx';
import { texts } from './texts.ts';
import { useDrop } from './useDrop.ts';

const none: Picked = { files: [], fault: undefined };

/** The whole page. State that belongs to the conversation lives in `chat`; here is only what is being written. */
export function App({ chat }: { readonly chat: Chat }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [{ files, fault }, pick] = useState<Picked>(none);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    chat.subscribe(() => redraw(undefined));
    redraw(undefined);
  }, [chat]);

  const { language, link, messages, attendance, read, typing, caughtUp } = chat.view();
  const words = texts[language];
  const fromOthers = messages.filter(({ speaker }) => speaker !== 'customer').length;
  const last = messages.findLast(({ delivery }) => delivery.kind !== 'failed');
  useEffect(() => tellHost(fromOthers, caughtUp), [fromOthers, caughtUp]);

  const add = useCallback((added: readonly File[]) => pick((picked) => admit(picked.files, added)), []);
  const dropping = useDrop(add);

  /** What a button says, once: a second tap before the answer repeats nothing. */
  function say(text: string): void {
    if (last?.speaker !== 'customer' || last.text !== text) chat.say(text);
    // On a touch screen focus would open the keyboard over the answer.
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus();
  }

  function send(text: string): void {
    chat.say(text, files);
    pick(none);
  }

  return (
    <div class="page">
      <Header {...{ attendance, language, words }} onLanguage={(next) => chat.speak(next)} onSay={say} />
      <LinkLine link={link} words={words} />
      <Transcript {...{ messages, attendance, read, typing, caughtUp, language, words, chat }} onSay={say} />
      <WaitingCard attendance={attendance} words={words} onSay={say} />
      <Composer
        {...{ words, files, fault, field }}
        onAdd={add}
        onRemove={(rest) => pick({ files: rest, fault: undefined })}
        onWrite={() => chat.writing()}
        onSend={send}
      />
      {dropping && <p class="drop-hint">{words.dropHere}</p>}
    </div>
  );
}
