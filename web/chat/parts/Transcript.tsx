import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../activity.ts';
import type { Attendance } from '../attendance.ts';
import type { Chat } from '../chat.ts';
import { dayName, sameDay } from '../clock.ts';
import type { Message } from '../message.ts';
import { isNotice } from '../message.ts';
import type { Texts } from '../texts.ts';
import { Bubble } from './Bubble.tsx';
import { Down } from './icons.tsx';
import { Notice } from './Notice.tsx';
import { Offers } from './Offers.tsx';
import { Typing } from './Typing.tsx';

interface Props {
  readonly messages: readonly Message[];
  readonly attendance: Attendance;
  readonly read: number;
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
export function Transcript(props: Props) {
  const { messages, attendance, read, typing, caughtUp, language, words, chat, onSay } = props;
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const top = useRef(0);
  const [away, setAway] = useState(false);
  const [seen, setSeen] = useState(0);
  const fromOthers = messages.filter(({ speaker }) => speaker !== 'customer').length;
  const newestOwn = messages.findLast(({ speaker }) => speaker === 'customer')?.key;

  /** Told of the newest one, while a person is to read it: the bot shows by answering. */
  function markOf({ key, delivery, position }: Message): 'delivered' | 'read' | undefined {
    if (attendance.with === 'bot' || key !== newestOwn || delivery.kind !== 'sent') return undefined;
    return position !== undefined && position <= read ? 'read' : 'delivered';
  }

  useLayoutEffect(() => {
    if (newestOwn === undefined) return;
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
    setSeen(fromOthers);
  }

  const unread = away ? Math.max(0, fromOthers - seen) : 0;
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
                isNotice(message) ? (
                  <Notice key={message.key} {...{ message, language, words }} />
                ) : (
                  <Bubble
                    key={message.key}
                    {...{ message, first, last, language, words, chat }}
                    mark={markOf(message)}
                  />
                ),
              ];
            })}
          </div>
          {typing && <Typing attendance={attendance} words={words} />}
          <Offers messages={messages} attendance={attendance} words={words} onSay={onSay} />
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
    a.speaker === b.speaker &&
    a.name === b.name &&
    !isNotice(a) &&
    !isNotice(b) &&
    b.at - a.at < groupWithinMs &&
    a.delivery.kind === b.delivery.kind
  );
}

function toEnd({ current }: RefObject<HTMLElement | null>): void {
  current?.scrollTo({ top: current.scrollHeight });
}
