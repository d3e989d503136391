import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DirectLineDeps, registerDirectLine } from '../../../adapters/channels/directline/register.ts';
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts';
import { createHub, type Hub } from '../../../adapters/live/hub.ts';
import { createUploads, type Uploads } from '../../../adapters/uploads/store.ts';
import type { BotActivity } from '../../../bot/activity.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { testSealer } from '../../contracts/conversationsSamples.ts';
import {
  botSays,
  echoIntake,
  type MemoryConversations,
  memoryConversations,
} from '../../support/memoryConversations.ts';

export const SECRET = 'a-secret-that-only-the-operator-knows';

/** A Direct Line server with an echo bot, on a free port. */
export interface Line {
  readonly base: string;
  readonly server: HttpServer;
  readonly store: MemoryConversations;
  readonly hub: Hub;
  readonly uploads: Uploads;
  /** What the server logged, as text. */
  readonly logged: string[];
  /** Milliseconds added to the server's clock. */
  skew: number;
  readonly uploadFolder: string;
  /** Writes as the bot and tells the hub. */
  say(conversation: string, ...activities: (BotActivity | string)[]): void;
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
  /** A started conversation. */
  visit(): Promise<{ id: string; token: string; streamUrl: string; user: string }>;
  close(): Promise<void>;
}
export interface CallOptions {
  readonly token?: string;
  readonly json?: unknown;
  readonly body?: string | Buffer | FormData;
  readonly headers?: Record<string, string>;
}
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Looked into by assertions only. */
  readonly json: ReturnType<typeof JSON.parse>;
}

export async function openLine(options: Pick<DirectLineDeps, 'keepAliveMs' | 'typing'> = {}): Promise<Line> {
  const uploadFolder = await mkdtemp(join(tmpdir(), 'uploads-'));
  const store = memoryConversations();
  const hub = createHub();
  const logged: string[] = [];
  const write = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: write, warn: write, error: write };
  const server = createHttpServer({ log });
  const now = (): number => Date.now() + line.skew;
  const uploads = createUploads({ folder: uploadFolder, secret: SECRET, sealer: testSealer, now });
  const intake = echoIntake(store, hub.publish);
  registerDirectLine(server, {
    conversations: store,
    intake,
    hub,
    secret: SECRET,
    uploads,
    publicUrl: null,
    log,
    now,
    ...options,
  });
  const { port } = await server.listen(0, '127.0.0.1');
  const base = `http://127.0.0.1:${port}`;

  const line: Line = {
    base,
    server,
    store,
    hub,
    uploads,
    logged,
    skew: 0,
    uploadFolder,
    say(conversation, ...activities) {
      const said = activities.map((each) => (typeof each === 'string' ? botSays(each) : each));
      hub.publish(conversation as ConversationId, store.say(conversation as ConversationId, ...said));
    },
    call: (method, path, options = {}) => call(base + path, method, options),
    async visit() {
      const { json } = await line.call('POST', '/chat/token', { json: {} });
      const started = await line.call('POST', '/v3/directline/conversations', { token: json.token, json: {} });
      return { id: json.conversationId, token: json.token, streamUrl: started.json.streamUrl, user: json.userId };
    },
    async close() {
      await server.close(500);
      await rm(uploadFolder, { recursive: true, force: true });
    },
  };
  return line;
}

export async function call(url: string, method: string, options: CallOptions): Promise<Answered> {
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
    ...(options.body === undefined ? {} : { body: options.body }),
  });
  const text = await answer.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: answer.status, headers: answer.headers, text, json };
}

/** Waits for something to become true; fails after five seconds saying what did not. */
export async function until(what: string, holds: () => boolean, limitMs = 5000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
