import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { readUpload } from './fakeUpload.ts';
import { serveStatic } from './staticFiles.ts';

export interface FakeActivity {
  readonly type: string;
  readonly text?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** What the bot answers to a customer's activity; undefined stands for the conversation's start. */
export type Script = (activity: FakeActivity | undefined, locale: string) => readonly FakeActivity[];

interface Conversation {
  readonly id: string;
  readonly log: FakeActivity[];
  readonly sockets: Set<WebSocket>;
  readonly ids: Map<string, string>;
  readonly files: { readonly type: string; readonly bytes: Buffer }[];
  started: boolean;
  token: string;
}

/** How it misbehaves. Change it at any time. */
export interface Trouble {
  /** Statuses for the next posted messages, used up one by one. */
  posts: number[];
  /** True: the message is stored, but the connection is cut before the answer. */
  cutAfterStoring: boolean;
  refuseSockets: boolean;
}

/** A small Direct Line 3.0 server for one customer at a time, with the built pages and a scripted bot. */
export class FakeDirectLine {
  readonly trouble: Trouble = { posts: [], cutAfterStoring: false, refuseSockets: false };
  /** When the customer was told to be writing, in milliseconds of `performance.now`. */
  readonly typed: number[] = [];
  readonly #script: Script;
  readonly #pages: string;
  readonly #conversations = new Map<string, Conversation>();
  readonly #sockets = new WebSocketServer({ noServer: true });
  #server: Server | undefined;
  #port = 0;
  #tokens = 0;

  constructor(script: Script, pages: string) {
    this.#script = script;
    this.#pages = pages;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The newest conversation. */
  get conversation(): Conversation {
    const last = [...this.#conversations.values()].at(-1);
    if (!last) throw new Error('no conversation was opened');
    return last;
  }

  /** What the customer's messages said, in the log's order. */
  get heard(): string[] {
    return this.conversation.log.flatMap(({ from, text }) => (isUser(from) && text !== undefined ? [text] : []));
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    server.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url ?? '', this.address);
      const conversation = this.#byToken(url.searchParams.get('t') ?? '');
      if (!conversation || this.trouble.refuseSockets) return socket.destroy();
      this.#sockets.handleUpgrade(request, socket, head, (opened) => {
        const from = Number(url.searchParams.get('watermark') ?? 0);
        if (from < conversation.log.length) opened.send(frame(conversation, from));
        conversation.sockets.add(opened);
        opened.on('close', () => conversation.sockets.delete(opened));
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#server = server;
    this.#port = portOf(server);
  }

  /** Stops as a crash would; the log stays, and `up` comes back on the same port. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.cutSockets();
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  cutSockets(): void {
    for (const { sockets } of this.#conversations.values()) for (const socket of sockets) socket.terminate();
  }

  expireToken(): void {
    this.conversation.token = 'expired';
  }

  typing(): void {
    this.pass({ type: 'typing' });
  }

  /** Tells the sockets something that is no part of the log. */
  pass(activity: FakeActivity): void {
    const activities = [{ from: { id: 'shouwen', role: 'bot' }, ...activity }];
    for (const socket of this.conversation.sockets) socket.send(JSON.stringify({ activities }));
  }

  /** Sends the whole log again to every socket. */
  repeat(): void {
    for (const socket of this.conversation.sockets) socket.send(frame(this.conversation, 0));
  }

  /** Puts something into the log without telling the sockets, as if they were dead. */
  sayUnheard(activity: FakeActivity): void {
    this.#append(this.conversation, bot(activity));
  }

  say(activity: FakeActivity): void {
    this.#push(this.conversation, bot(activity));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.address);
    const route = `${request.method} ${url.pathname}`;
    if (route === 'POST /chat/token') return this.#token(await body(request), response);
    if (!url.pathname.startsWith('/v3/') && !url.pathname.startsWith('/files/')) {
      return serveStatic(this.#pages, url.pathname, response);
    }
    const [, , , , id, what, index] = url.pathname.split('/');
    if (url.pathname.startsWith('/files/')) {
      const file = this.conversation.files[Number(url.pathname.split('/')[2])];
      return void response.writeHead(200, { 'content-type': file?.type ?? '' }).end(file?.bytes);
    }
    const conversation = this.#byToken((request.headers.authorization ?? '').slice('Bearer '.length));
    if (!conversation || (id !== undefined && id !== conversation.id) || index !== undefined) {
      return send(response, 403, { error: { code: 'TokenExpired', message: '' } });
    }
    if (request.method === 'POST' && what === undefined)
      return this.#start(conversation, await body(request), response);
    if (request.method === 'GET' && what === undefined) return send(response, 200, this.#opening(conversation));
    if (request.method === 'GET') {
      const from = Number(url.searchParams.get('watermark') ?? 0);
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(frame(conversation, from));
    }
    await this.#take(conversation, request, response, what === 'upload');
  }

  async #take(conversation: Conversation, request: IncomingMessage, response: ServerResponse, upload: boolean) {
    const activity = upload ? await readUpload(request, conversation.files) : await body(request);
    if (activity.type === 'typing') {
      this.typed.push(performance.now());
      return send(response, 200, { id: 'typing' });
    }
    const status = this.trouble.posts.shift();
    if (status !== undefined) return send(response, status, { error: { code: 'BadArgument', message: '' } });
    const key = String(activity.channelData?.clientActivityID);
    const known = conversation.ids.get(key);
    const id = known ?? this.#push(conversation, { ...activity, from: { id: 'dl_1', role: 'user' } });
    conversation.ids.set(key, id);
    if (this.trouble.cutAfterStoring) {
      this.trouble.cutAfterStoring = false;
      request.socket.destroy();
    } else send(response, 200, { id });
    if (known !== undefined) return;
    const locale = activity.type === 'event' ? String(activity.value) : (activity.locale ?? 'zh-Hans');
    for (const reply of this.#script(activity, locale)) this.#push(conversation, bot({ locale, ...reply }));
  }

  #token(asked: FakeActivity, response: ServerResponse): void {
    const old = [...this.#conversations.values()].find(({ id }) => String(asked.token).startsWith(`${id}.`));
    const conversation = old ?? {
      id: `c${this.#conversations.size + 1}`,
      log: [],
      sockets: new Set<WebSocket>(),
      ids: new Map<string, string>(),
      files: [],
      started: false,
      token: '',
    };
    this.#conversations.set(conversation.id, conversation);
    conversation.token = `${conversation.id}.${++this.#tokens}`;
    send(response, 200, {
      conversationId: conversation.id,
      token: conversation.token,
      expires_in: 1800,
      userId: 'dl_1',
    });
  }

  #start(conversation: Conversation, asked: FakeActivity, response: ServerResponse): void {
    send(response, conversation.started ? 200 : 201, this.#opening(conversation));
    if (conversation.started) return;
    conversation.started = true;
    const locale = String(asked.locale);
    for (const reply of this.#script(undefined, locale)) this.#push(conversation, bot({ locale, ...reply }));
  }

  #opening({ id, token }: Conversation): unknown {
    const streamUrl = `${this.address.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?t=${token}`;
    return { conversationId: id, token, expires_in: 1800, streamUrl };
  }

  #byToken(token: string): Conversation | undefined {
    return [...this.#conversations.values()].find((conversation) => conversation.token === token);
  }

  #push(conversation: Conversation, activity: FakeActivity): string {
    const from = conversation.log.length;
    const id = this.#append(conversation, activity);
    for (const socket of conversation.sockets) {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame(conversation, from));
    }
    return id;
  }

  #append(conversation: Conversation, activity: FakeActivity): string {
    const id = `${conversation.id}|${String(conversation.log.length).padStart(7, '0')}`;
    conversation.log.push({
      timestamp: new Date().toISOString(),
      ...activity,
      id,
      channelData: { ...activity.channelData, 'webchat:sequence-id': conversation.log.length },
    });
    return id;
  }
}

function bot(activity: FakeActivity): FakeActivity {
  return { from: { id: 'shouwen', name: '首问', role: 'bot' }, ...activity };
}

function isUser(from: unknown): boolean {
  return typeof from === 'object' && from !== null && 'role' in from && from.role === 'user';
}

function frame({ log }: Conversation, from: number): string {
  return JSON.stringify({ activities: log.slice(from), watermark: String(log.length) });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the fake server has no port');
  return address.port;
}

async function body(request: IncomingMessage): Promise<FakeActivity> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString() || '{}');
}

function send(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}
