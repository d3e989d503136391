import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import { type ClientFrame, clientFrame, type ServerFrame, serverFrame } from '../../adapters/desk/schemas.ts';
import { Refusal } from './fakeDeskBooks.ts';
import { DeskConversations } from './fakeDeskConversations.ts';
import { serveStatic } from './staticFiles.ts';

/** How it misbehaves. Change it at any time. */
export interface DeskTrouble {
  /** Statuses of the next posted messages, used up one by one; 0 cuts the connection before it is read. */
  messages: number[];
  /** The next message is stored, but the connection is cut before the answer. */
  cutAfterStoring: boolean;
  refuseSockets: boolean;
}

interface Follower {
  readonly socket: WebSocket;
  /** Next position of each watched conversation. */
  readonly watched: Map<string, number>;
}

/**
 * `/desk/api` for one agent, over conversations kept in memory, with the built console. Whatever is sent fits the schemas,
 * and whatever comes must: it cannot drift from the real one unseen.
 */
export class FakeDesk {
  readonly trouble: DeskTrouble = { messages: [], cutAfterStoring: false, refuseSockets: false };
  readonly books = new DeskConversations();
  /** Every call that changes something, as `POST /handoffs/h1/accept`, with its body. */
  readonly calls: { readonly what: string; readonly body: unknown }[] = [];
  /** Every frame of the console. */
  readonly heard: ClientFrame[] = [];
  readonly #pages: string;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #followers = new Set<Follower>();
  #server: Server | undefined;
  #port = 0;

  constructor(pages: string) {
    this.#pages = pages;
    this.books.onEvent = (event) => this.#tell(event);
    this.books.onEntries = (conversation) => {
      for (const follower of this.#followers) this.#continue(follower, conversation);
    };
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/desk/`;
  }

  bodies(what: RegExp): unknown[] {
    return this.calls.filter((call) => what.test(call.what)).map(({ body }) => body);
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    server.on('upgrade', (request, socket, head) => {
      if (this.trouble.refuseSockets) return socket.destroy();
      const after = Number(new URL(request.url ?? '', this.address).searchParams.get('after'));
      this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#follow(opened, after));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Stops as a crash would; the books stay, and `up` comes back on the same port. */
  async down(): Promise<void> {
    this.cutSockets();
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  cutSockets(): void {
    for (const { socket } of this.#followers) socket.terminate();
    this.#followers.clear();
  }

  /** Sent to every console, not kept. */
  signal(frame: ServerFrame): void {
    this.#tell(frame);
  }

  /** Sent as it is. */
  raw(words: string): void {
    for (const { socket } of this.#followers) socket.send(words);
  }

  #tell(frame: ServerFrame): void {
    const words = JSON.stringify(serverFrame.parse(frame));
    for (const { socket } of this.#followers) socket.send(words);
  }

  #follow(socket: WebSocket, after: number): void {
    const follower: Follower = { socket, watched: new Map() };
    this.#followers.add(follower);
    socket.on('close', () => this.#followers.delete(follower));
    socket.send(JSON.stringify(serverFrame.parse({ type: 'hello', seq: this.books.events.length })));
    for (const event of this.books.events.slice(after)) socket.send(JSON.stringify(event));
    socket.on('message', (data) => {
      const frame = clientFrame.parse(JSON.parse(String(data)));
      this.heard.push(frame);
      if (frame.type === 'watch') {
        follower.watched.set(frame.conversation, frame.from);
        this.#continue(follower, frame.conversation);
      } else if (frame.type === 'unwatch') follower.watched.delete(frame.conversation);
    });
  }

  #continue({ socket, watched }: Follower, conversation: string): void {
    const from = watched.get(conversation);
    if (from === undefined) return;
    const { entries, next } = this.books.find(conversation);
    const fresh = entries.filter(({ position }) => position >= from);
    watched.set(conversation, next);
    if (fresh.length > 0) {
      socket.send(JSON.stringify(serverFrame.parse({ type: 'entries', conversation, entries: fresh, next })));
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    if (!url.pathname.startsWith('/desk/api')) {
      return serveStatic(this.#pages, url.pathname.replace(/\/$/, '/index.html'), response);
    }
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(url.pathname.slice('/desk/api'.length));
    const bytes = await buffer(request);
    if (path.startsWith('/files/')) {
      const file = this.books.files.get(path);
      return void response.writeHead(file ? 200 : 404, { 'content-type': file?.contentType ?? '' }).end(file?.bytes);
    }
    const isMessage = /messages$/.test(path);
    const trouble = isMessage ? this.trouble.messages.shift() : undefined;
    if (trouble === 0) return void request.socket.destroy();
    try {
      if (trouble !== undefined) throw new Refusal(trouble, 'Trouble');
      const form = /^multipart/.test(request.headers['content-type'] ?? '');
      const body: unknown = form ? bytes.toString('latin1') : bytes.length > 0 ? JSON.parse(bytes.toString()) : null;
      if (method !== 'GET') this.#change(method, path, body, request.headers['x-csrf-token']);
      const answer = this.books.operate(method, path, url.searchParams, body);
      if (isMessage && this.trouble.cutAfterStoring) {
        this.trouble.cutAfterStoring = false;
        return void request.socket.destroy();
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    } catch (error) {
      const { status, code } = error instanceof Refusal ? error : new Refusal(500, String(error));
      const words = JSON.stringify({ error: { code, message: code } });
      response.writeHead(status, { 'content-type': 'application/json' }).end(words);
    }
  }

  #change(method: string, path: string, body: unknown, token: unknown): void {
    if (token !== this.books.csrfToken) throw new Refusal(403, 'BadCsrfToken');
    this.calls.push({ what: `${method} ${path}`, body });
  }
}
