import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import type { z } from 'zod';
import { serverFrame } from '../../adapters/desk/schemas.ts';
import { type Answered, DeskBooks, Refusal } from './fakeDeskBooks.ts';
import { serveStatic } from './staticFiles.ts';

type EventKind = Extract<z.infer<typeof serverFrame>, { type: 'event' }>['kind'];

/** `/desk/api` as supervisors and admins use it, over books kept in memory, with the built console. One caller at a time. */
export class FakeDeskAdmin {
  readonly books = new DeskBooks();
  /** Every call that changes something, as `POST /users`, with its body. */
  readonly calls: { readonly what: string; readonly body: unknown }[] = [];
  readonly #pages: string;
  readonly #sockets = new WebSocketServer({ noServer: true });
  #server: Server | undefined;
  #port = 0;
  #seq = 0;

  constructor(pages: string) {
    this.#pages = pages;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/desk/`;
  }

  /** Bodies of the calls made so far to an operation, e.g. `POST /users`. */
  bodies(what: string): unknown[] {
    return this.calls.filter((call) => call.what === what).map(({ body }) => body);
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (ws) => {
        ws.send(JSON.stringify(serverFrame.parse({ type: 'hello', seq: this.#seq })));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async down(): Promise<void> {
    for (const each of this.#sockets.clients) each.terminate();
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  /** Consoles are connected. */
  async followed(): Promise<void> {
    while (this.#sockets.clients.size === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Tells every console that something happened. */
  happen(kind: EventKind): void {
    this.#seq += 1;
    const event = { type: 'event', seq: this.#seq, at: new Date().toISOString(), kind, by: 'clock' };
    const frame = serverFrame.parse({ ...event, conversation: null, handoff: null, data: {} });
    for (const each of this.#sockets.clients) each.send(JSON.stringify(frame));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    if (!url.pathname.startsWith('/desk/api')) return serveStatic(this.#pages, pageOf(url.pathname), response);
    const { status, body } = await this.#operate(request, url);
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  }

  async #operate(request: IncomingMessage, url: URL): Promise<Answered> {
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(url.pathname.slice('/desk/api'.length));
    const written = await text(request);
    const body: unknown = written === '' ? null : JSON.parse(written);
    if (method !== 'GET') this.calls.push({ what: `${method} ${path}`, body });
    const token = request.headers['x-csrf-token'];
    try {
      if (method !== 'GET' && path !== '/login' && token !== this.books.csrfToken) {
        throw new Refusal(403, 'BadCsrfToken');
      }
      return this.books.operate(method, path, url.searchParams, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: { error: { code: error.code, message: error.code } } };
    }
  }
}

const pageOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);
