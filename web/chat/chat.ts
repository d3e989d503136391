import type { Activity, Language } from './activity.ts';
import type { Attendance } from './attendance.ts';
import { attendance, isStatus, readUpTo } from './attendance.ts';
import type { LinkState } from './directLine.ts';
import { directLine } from './directLine.ts';
import { chooseLanguage, chosenLanguage } from './language.ts';
import type { Message } from './message.ts';
import { messages } from './message.ts';
import { outbox } from './outbox.ts';
import { merge } from './transcript.ts';

/** All that the page shows. A new object at every change. */
export interface View {
  readonly language: Language;
  readonly link: LinkState;
  readonly messages: readonly Message[];
  readonly attendance: Attendance;
  /** How far in the log an agent has read; 0 when it is not known. */
  readonly read: number;
  readonly typing: boolean;
  /** False while an earlier conversation is being fetched: old messages are not news to be read out. */
  readonly caughtUp: boolean;
}

export interface Chat {
  view(): View;
  subscribe(changed: () => void): void;
  say(text: string, files?: readonly File[]): void;
  /** The customer is writing: told to an agent who has the conversation, to nobody else. */
  writing(): void;
  speak(language: Language): void;
  retry(clientActivityID: string): void;
  discard(clientActivityID: string): void;
}

const typingLastsMs = 10_000;
/** An agent's console says it every 3 s. */
const agentTypingLastsMs = 5_000;
const writingEveryMs = 3_000;
const echoWithinMs = 4_000;
/** A line that comes back within this is not worth a word. */
const graceMs = 1_500;

/** Joins the connection, the outbox and the transcript into one thing to show. */
export function startChat(): Chat {
  let language = chosenLanguage();
  /** What is shown, and what is so: a short break is not shown. */
  let link: LinkState = 'connecting';
  let actual: LinkState = 'connecting';
  let log: readonly Activity[] = [];
  let now = attendance(log);
  let read = 0;
  let wrote = Number.NEGATIVE_INFINITY;
  let caughtUp = false;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let shown: ReturnType<typeof setTimeout> | undefined;
  let listener = (): void => {};
  let current: View | undefined;

  function changed(): void {
    current = undefined;
    listener();
  }

  function expectAnswer(expected: boolean): void {
    clearTimeout(typing);
    typing = expected
      ? setTimeout(
          () => {
            expectAnswer(false);
            changed();
          },
          now.with === 'agent' ? agentTypingLastsMs : typingLastsMs,
        )
      : undefined;
  }

  function received(activities: readonly Activity[]): void {
    out.arrived(activities);
    const before = log;
    hold(
      merge(
        log,
        activities.filter((activity) => activity.type === 'message' || isStatus(activity)),
      ),
    );
    read = Math.max(read, ...activities.map(readUpTo));
    if (activities.some(({ type, speaker }) => type === 'typing' && speaker.role !== 'customer')) expectAnswer(true);
    else if (log !== before && log.at(-1)?.speaker.role !== 'customer') expectAnswer(false);
    if (log.length > 0) caughtUp = true;
    changed();
  }

  function hold(next: readonly Activity[]): void {
    if (next === log) return;
    log = next;
    now = attendance(log);
  }

  function linked(state: LinkState): void {
    if (state === actual) return;
    actual = state;
    clearTimeout(shown);
    const show = (): void => {
      if (link === state) return;
      link = state;
      changed();
    };
    if (state === 'offline' && navigator.onLine) shown = setTimeout(show, graceMs);
    else show();
    if (state === 'online') out.wake();
    if (state === 'offline') expectAnswer(false);
  }

  const line = directLine(() => language, {
    link: linked,
    received,
    opened(resumed) {
      if (!resumed) caughtUp = true;
      out.wake();
    },
    replaced() {
      hold([]);
      read = 0;
      changed();
    },
  });

  const out = outbox(line.post, (event) => {
    if (event === 'accepted') {
      if (awaitingEcho() && now.with === 'bot') expectAnswer(true);
      setTimeout(() => awaitingEcho() && void line.check(), echoWithinMs);
    }
    if (event === 'failed') expectAnswer(false);
    changed();
  });

  function awaitingEcho(): boolean {
    return out.waiting().some(({ accepted }) => accepted);
  }

  return {
    view() {
      current ??= {
        ...{ language, link, read, caughtUp },
        messages: messages(log, out.waiting()),
        attendance: now,
        typing: typing !== undefined,
      };
      return current;
    },
    subscribe(next) {
      listener = next;
    },
    say(text, files) {
      out.say(text, language, files);
      // whether a person answers, and when, is not known
      if (link !== 'offline' && now.with === 'bot') expectAnswer(true);
      changed();
    },
    writing() {
      if (now.with !== 'agent' || performance.now() - wrote < writingEveryMs) return;
      wrote = performance.now();
      line.typing();
    },
    speak(next) {
      if (next === language) return;
      language = next;
      chooseLanguage(next);
      out.switchLanguage(next);
      changed();
    },
    retry: out.retry,
    discard: out.discard,
  };
}
