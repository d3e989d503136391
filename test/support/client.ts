import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const { DirectLine: Client } = require('botframework-directlinejs');
const { XMLHttpRequest } = require('xhr2');
const PATIENCE_MS = 30_000;
/** Looks, 5 ms apart, without anything new, before a turn counts as said. */
const QUIET_LOOKS = 6;

const activitySchema = z.object({
  type: z.string(),
  id: z.string().default(''),
  from: z.object({ id: z.string(), role: z.string().optional() }),
  text: z.string().default(''),
  suggestedActions: z.object({ actions: z.array(z.object({ title: z.string() })) }).optional(),
  channelData: z
    .object({ clientActivityID: z.string().optional(), shouwen: z.object({ name: z.string() }).optional() })
    .optional(),
});
const tokenSchema = z.object({ conversationId: z.string(), token: z.string(), userId: z.string() });
const logSchema = z.object({ activities: z.array(z.unknown()), watermark: z.string() });

/** A message as a customer's client sees it. */
export interface Seen {
  readonly id: string;
  readonly from: 'bot' | 'user';
  readonly text: string;
  /** The reply's message name; null on the customer's own words. */
  readonly name: string | null;
  readonly choices: readonly string[];
  /** The id the client gave its own message. */
  readonly clientId: string | null;
}

/** A customer on the public Direct Line client, as a web page uses it. Lives through restarts of the bot. */
export interface Customer {
  readonly conversation: string;
  readonly token: string;
  /** Everything the stream brought, in its order. */
  readonly seen: readonly Seen[];
  /** Posts until it is acknowledged, with one client id; the id it got. */
  post(text: string, clientId?: string): Promise<string>;
  /** The replies to the message with that id. */
  replies(id: string): Promise<readonly Seen[]>;
  /** `post`, then `replies`. */
  say(text: string): Promise<readonly Seen[]>;
  /** Waits for the bot's first words. */
  welcome(): Promise<readonly Seen[]>;
  /** The conversation as the server tells it now, from its beginning. */
  log(): Promise<readonly Seen[]>;
  close(): void;
}

export interface CustomerOptions {
  readonly locale?: string;
  /** Another customer's token: a second window on their conversation. */
  readonly token?: string;
}

export async function openCustomer(base: string, options: CustomerOptions = {}): Promise<Customer> {
  const { conversationId, token } = await takeToken(base, options);
  const seen: Seen[] = [];
  let ended: string | null = null;
  const client = connect(base, token);
  client.activity$.subscribe(
    (activity) => {
      const message = readMessage(activity);
      if (message) seen.push(message);
    },
    (error: unknown) => {
      ended = String(error);
    },
  );

  /** What `find` gives, as soon as it gives something. */
  async function wait<T>(what: string, find: () => T | null): Promise<T> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = find();
      if (found !== null) return found;
      if (ended !== null) throw new Error(`the client ended: ${ended}`);
      if (performance.now() > until) throw new Error(`never came: ${what}\n${transcript(seen)}`);
      await sleep(5);
    }
  }

  function post(text: string, clientId: string = randomUUID()): Promise<string> {
    const activity = { type: 'message', text, from: { id: 'customer' }, channelData: { clientActivityID: clientId } };
    const once = () =>
      new Promise<string>((resolve, reject) => {
        client.postActivity({ ...activity, type: 'message' }).subscribe(resolve, reject);
      });
    return (async () => {
      const until = performance.now() + PATIENCE_MS;
      while (performance.now() < until) {
        const id = await once();
        if (id !== 'retry') return id;
        await sleep(50);
      }
      throw new Error('never acknowledged');
    })();
  }

  // A turn's replies come in one frame, but the client hands them on one by one.
  const replies = (id: string) => {
    let found: readonly Seen[] = [];
    let quiet = 0;
    return wait(`replies to ${id}`, () => {
      const now = after(seen, id);
      quiet = now.length === found.length ? quiet + 1 : 0;
      found = now;
      return found.length > 0 && quiet >= QUIET_LOOKS ? found : null;
    });
  };

  return {
    conversation: conversationId,
    token,
    seen,
    post,
    replies,
    say: async (text) => replies(await post(text)),
    welcome: () => wait('the first words', () => (seen.some((each) => each.from === 'bot') ? [...seen] : null)),
    log: () => readLog(base, conversationId, token),
    close: () => client.end(),
  };
}

/** What the bot said after a message, up to the customer's next one. */
function after(seen: readonly Seen[], id: string): readonly Seen[] {
  const own = seen.findIndex((each) => each.id === id);
  if (own < 0) return [];
  const rest = seen.slice(own + 1);
  const next = rest.findIndex((each) => each.from === 'user');
  return next < 0 ? rest : rest.slice(0, next);
}

/** One line a message, for the text of a failed assertion. */
export function transcript(seen: readonly Seen[]): string {
  return seen
    .map(({ from, name, text, choices }) => {
      const line = text.replaceAll('\n', ' / ');
      return from === 'user' ? `> ${line}` : `  ${name}: ${line} ${choices.map((title) => `[${title}]`).join(' ')}`;
    })
    .join('\n');
}

async function takeToken(base: string, { locale, token }: CustomerOptions): Promise<z.infer<typeof tokenSchema>> {
  const answer = await fetch(`${base}/chat/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(locale === undefined ? {} : { locale }), ...(token === undefined ? {} : { token }) }),
  });
  return tokenSchema.parse(await answer.json());
}

function connect(base: string, token: string): DirectLine {
  // The client's HTTP takes it from the surroundings of a page.
  Object.assign(globalThis, { XMLHttpRequest });
  // It comes back 3000 + random × 12000 ms after its socket closed: 120 ms here instead of up to 15 s.
  return new Client({
    token,
    domain: `${base}/v3/directline`,
    webSocket: true,
    timeout: 1000,
    WebSocket,
    random: () => -0.24,
  });
}

function readMessage(activity: unknown): Seen | null {
  const { type, id, from, text, suggestedActions, channelData } = activitySchema.parse(activity);
  if (type !== 'message') return null;
  return {
    id,
    from: from.role === 'bot' ? 'bot' : 'user',
    text,
    name: channelData?.shouwen?.name ?? null,
    choices: suggestedActions?.actions.map((action) => action.title) ?? [],
    clientId: channelData?.clientActivityID ?? null,
  };
}

async function readLog(base: string, conversation: string, token: string): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  let watermark = '';
  for (;;) {
    const answer = await fetch(
      `${base}/v3/directline/conversations/${conversation}/activities?watermark=${watermark}`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    const page = logSchema.parse(await answer.json());
    for (const activity of page.activities) {
      const message = readMessage(activity);
      if (message) seen.push(message);
    }
    if (page.activities.length === 0) return seen;
    watermark = page.watermark;
  }
}
