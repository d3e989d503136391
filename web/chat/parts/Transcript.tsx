import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../activity.ts';
import type { Chat } from '../chat.ts';
import { dayName, sameDay } from '../clock.ts';
import type { Message } from '../message.ts';
import type { Texts } from '../texts.ts';
import { Bubble } from './Bubble.tsx';
import { Down } from './icons.tsx';
import { Offers } from './Offers.tsx';

interface Props {
  readonly messages: readonly Message[];
  readonly typing: boolean;
  readonly caughtUp: boolean;
  readonly language: Language;
  readonly words: Texts;
  readonly chat: Chat;
  readonly onSay: (text: string) => void;
}

/** Near enough to the end to be reading the newest message, in pixels. */
const nearEnd = 48;
const groupWithinMs = 3 * 60_000;

/** The conversation, and below it (outside the live region) what is not part of it: typing, quick replies, the slot picker. */
export function Transcript({ messages, typing, caughtUp, language, words, chat, onSay }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const top = useRef(0);
  const [away, setAway] = useState(false);
  const [seen, setSeen] = useState(0);
  const fromBot = messages.filter(({ speaker }) => speaker === 'bot').length;
  const newestOwn = messages.findLast(({ speaker }) => speaker === 'customer')?.key;

  useLayoutEffect(() => {
    toEnd(scroller);
    following.current = true;
  }, [newestOwn]);

  // Pictures, the keyboard and the growing composer change heights without a new message.
  useLayoutEffect(() => {
    // Scrolling by keyboard, where a browser does not give it to every scroller by itself (Safari).
    if (scroller.current) scroller.current.tabIndex = 0;
    const watcher = new ResizeObserver(() => following.current && toEnd(scroller));
    for (const { current } of [scroller, content]) if (current) watcher.observe(current);
    return () => watcher.disconnect();
  }, []);

  function scrolled(): void {
    const at = scroller.current;
    if (at === null) return;
    // Only going up is leaving: growing content puts the end farther away without anybody scrolling.
    if (at.scrollHeight - at.scrollTop - at.clientHeight < nearEnd) following.current = true;
    else if (at.scrollTop < top.current) following.current = false;
    top.current = at.scrollTop;
    setAway(!following.current);
    setSeen(fromBot);
  }

  const unread = away ? Math.max(0, fromBot - seen) : 0;
  const now = Date.now();
  return (
    <div class="middle">
      <main class="scroller" ref={scroller} aria-label={words.transcript} onScroll={scrolled}>
        <div class="content" ref={content}>
          <div
            class="log"
            role="log"
            aria-live={caughtUp ? 'polite' : 'off'}
            aria-relevant="additions"
            aria-label={words.transcript}
          >
            {messages.map((message, index) => {
              const before = messages[index - 1];
              const newDay = before === undefined || !sameDay(before.at, message.at);
              const first = newDay || !together(before, message);
              const after = messages[index + 1];
              const last = after === undefined || !together(message, after);
              return [
                newDay && !(index === 0 && sameDay(message.at, now)) && (
                  <p class="day" key={`day ${message.key}`}>
                    {dayName(message.at, now, language, words)}
                  </p>
                ),
                <Bubble key={message.key} {...{ message, first, last, language, words, chat }} />,
              ];
            })}
          </div>
          {typing && (
            <div class="typing" data-testid="typing">
              <span class="hidden">{`${words.operator} ${words.typing}`}</span>
              <i />
              <i />
              <i />
            </div>
          )}
          <Offers messages={messages} words={words} onSay={onSay} />
        </div>
      </main>
      {away && (
        <button
          type="button"
          class="newest"
          onClick={() => {
            following.current = true;
            toEnd(scroller);
          }}
        >
          <Down />
          <span class={unread > 0 ? '' : 'hidden'}>{unread > 0 ? words.unread(unread) : words.newest}</span>
        </button>
      )}
    </div>
  );
}

function together(a: Message, b: Message): boolean {
  return (
    a.speaker === b.speaker && a.name === b.name && b.at - a.at < groupWithinMs && a.delivery.kind === b.delivery.kind
  );
}

function toEnd({ current }: RefObject<HTMLElement | null>): void {
  current?.scrollTo({ top: current.scrollHeight });
}
