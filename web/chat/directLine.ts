import type { Activity, Frame, Language } from './activity.ts';
import { get, readFrame, text } from './activity.ts';
import { json, request } from './http.ts';
import type { Outgoing } from './outgoing.ts';
import type { Outcome, Phase } from './phase.ts';
import { backoffMs, next, start } from './phase.ts';
import type { Posted } from './post.ts';
import { post } from './post.ts';
import type { Session } from './session.ts';
import { readSession, storedSession, storeSession } from './session.ts';
import type { Stream } from './stream.ts';
import { follow } from './stream.ts';

export type LinkState = 'connecting' | 'online' | 'offline';

export interface Listener {
  link(state: LinkState): void;
  /** Activities of the log or passing ones, possibly seen before. */
  received(activities: readonly Activity[]): void;
  /** The server opened another conversation than the one before: what was shown belongs to the old one. */
  replaced(): void;
  /** A conversation is open; `resumed` when it may have a history. Called again after every reconnect. */
  opened(resumed: boolean): void;
}

export interface DirectLine {
  /** Sends one message; `later` also while no conversation is open yet. */
  post(outgoing: Outgoing): Promise<Posted>;
  /** The customer is writing. May be lost. */
  typing(): void;
  /** Looks at once whether anything was missed: after waking up, after a reply that did not come. */
  check(): Promise<void>;
}

const base = 'v3/directline/conversations';
const pollEveryMs = 2_000;
const pollForMs = 60_000;

/** Connects, stays connected, and hands on everything the conversation's log holds. Runs as long as the page. */
export function directLine(language: () => Language, listener: Listener): DirectLine {
  let session = storedSession();
  /** False once the server has refused the session's token. */
  let usable = session !== undefined;
  /** True once this page has started or reopened the conversation. */
  let ready = false;
  let watermark = '';
  let stream: Stream | undefined;
  let wake: (() => void) | undefined;

  async function act(phase: Phase): Promise<Outcome> {
    switch (phase.at) {
      case 'opening':
        return open();
      case 'streaming':
        return listen(phase.streamUrl);
      case 'polling':
        return poll();
      case 'waiting':
        listener.link('offline');
        await rest(backoffMs(phase.failures, Math.random()));
        return { kind: 'rested' };
    }
  }

  async function open(): Promise<Outcome> {
    if (!usable || session === undefined) {
      const token = session?.token;
      const wish = { locale: language(), ...(token !== undefined && { token }) };
      const answer = await request('chat/token', json('POST', undefined, wish));
      const fresh = answer.kind === 'ok' ? readSession(answer.body) : undefined;
      if (fresh === undefined) return { kind: 'unreachable' };
      adopt(fresh);
      ready = false;
    }
    const { conversationId, token } = session ?? { conversationId: '', token: '' };
    const answer = ready
      ? await request(`${path(conversationId)}?watermark=${encodeURIComponent(watermark)}`, json('GET', token))
      : await request(base, json('POST', token, { user: {}, locale: language() }));
    if (answer.kind === 'refused') usable = false;
    if (answer.kind !== 'ok') return { kind: answer.kind === 'refused' ? 'refused' : 'unreachable' };
    const renewed = readSession(answer.body);
    if (renewed) adopt({ ...renewed, userId: renewed.userId || (session?.userId ?? '') });
    ready = true;
    listener.opened(answer.status !== 201);
    return { kind: 'opened', streamUrl: text(get(answer.body, 'streamUrl')) };
  }

  function adopt(fresh: Session): void {
    if (session !== undefined && session.conversationId !== fresh.conversationId) {
      watermark = '';
      listener.replaced();
    }
    session = fresh;
    usable = true;
    storeSession(fresh);
  }

  async function listen(streamUrl: string): Promise<Outcome> {
    stream = follow(streamUrl, watermark, { opened: () => listener.link('online'), frame: receive });
    const outcome = await stream.ended;
    stream = undefined;
    return usable ? outcome : { kind: 'refused' };
  }

  async function poll(): Promise<Outcome> {
    const until = Date.now() + pollForMs;
    while (Date.now() < until) {
      const outcome = await fetchOnce();
      if (outcome !== 'ok') return { kind: outcome };
      listener.link('online');
      await rest(pollEveryMs);
      if (!usable) return { kind: 'refused' };
    }
    return { kind: 'polled' };
  }

  async function fetchOnce(): Promise<'ok' | 'refused' | 'unreachable'> {
    if (session === undefined || !ready) return 'unreachable';
    const asked = session.conversationId;
    const address = `${path(asked)}/activities?watermark=${encodeURIComponent(watermark)}`;
    const answer = await request(address, json('GET', session.token));
    if (answer.kind === 'refused') usable = false;
    if (answer.kind !== 'ok') return answer.kind === 'refused' ? 'refused' : 'unreachable';
    if (session.conversationId === asked) receive(readFrame(answer.body));
    return 'ok';
  }

  function receive(frame: Frame): void {
    watermark = frame.watermark ?? watermark;
    listener.received(frame.activities);
  }

  /** Waits, unless something happens that makes a try worth while. */
  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
      wake = done;
    });
  }

  async function check(): Promise<void> {
    wake?.();
    const before = watermark;
    const current = stream;
    if (current === undefined || (await fetchOnce()) === 'unreachable') return;
    // The log went on and the socket did not say so: it is dead without knowing it.
    if (watermark !== before || !usable) current.close();
  }

  async function run(): Promise<never> {
    let phase = start;
    for (;;) phase = next(phase, await act(phase));
  }

  addEventListener('offline', () => {
    listener.link('offline');
    stream?.close();
  });
  addEventListener('online', () => wake?.());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void check();
  });
  void run();

  return {
    check,
    typing() {
      if (session === undefined || !ready || !usable) return;
      void request(`${path(session.conversationId)}/activities`, json('POST', session.token, { type: 'typing' }));
    },
    async post(outgoing) {
      if (session === undefined || !ready || !usable) return { kind: 'later', reached: false, afterMs: undefined };
      const posted = await post(path(session.conversationId), session, outgoing);
      if (posted.kind === 'refused') {
        usable = false;
        stream?.close();
      }
      if (posted.kind === 'accepted' || posted.kind === 'refused') wake?.();
      return posted;
    },
  };
}

function path(conversationId: string): string {
  return `${base}/${encodeURIComponent(conversationId)}`;
}
