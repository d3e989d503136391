import type { Activity, Language } from './activity.ts';
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
  readonly typing: boolean;
  /** False while an earlier conversation is being fetched: old messages are not news to be read out. */
  readonly caughtUp: boolean;
}

export interface Chat {
  view(): View;
  subscribe(changed: () => void): void;
  say(text: string, files?: readonly File[]): void;
  speak(language: Language): void;
  retry(clientActivityID: string): void;
  discard(clientActivityID: string): void;
}

const typingLastsMs = 10_000;
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
      ? setTimeout(() => {
          expectAnswer(false);
          changed();
        }, typingLastsMs)
      : undefined;
  }

  function received(activities: readonly Activity[]): void {
    out.arrived(activities);
    const before = log;
    log = merge(
      log,
      activities.filter(({ type }) => type === 'message'),
    );
    if (activities.some(({ type, speaker }) => type === 'typing' && speaker.role === 'bot')) expectAnswer(true);
    else if (log !== before && log.at(-1)?.speaker.role === 'bot') expectAnswer(false);
    if (log.length > 0) caughtUp = true;
    changed();
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
      log = [];
      changed();
    },
  });

  const out = outbox(line.post, (event) => {
    if (event === 'accepted') {
      if (awaitingEcho()) expectAnswer(true);
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
      current ??= { language, link, messages: messages(log, out.waiting()), typing: typing !== undefined, caughtUp };
      return current;
    },
    subscribe(next) {
      listener = next;
    },
    say(text, files) {
      out.say(text, language, files);
      if (link !== 'offline') expectAnswer(true);
      changed();
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
