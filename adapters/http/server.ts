import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { type Answer, errorAnswer, HttpError, send } from './answer.ts';
import { secureByDefault } from './headers.ts';
import type { Log } from './log.ts';
import type { Measure } from './metrics.ts';
import { requestId, requestUrl, withoutTrailingSlash } from './requests.ts';
import { answerUnreadable } from './unreadable.ts';

export interface Call {
  readonly req: IncomingMessage;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly id: string;
}
/** A thrown `HttpError` becomes its answer; anything else is logged and becomes 500 without a word about the cause. */
export type Handler = (call: Call) => Promise<Answer>;
/** HEAD is answered wherever GET is, as GET without the body. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type UpgradeHandler = (req: IncomingMessage, socket: Duplex, head: Buffer, url: URL) => void;

/** The one listener of the process. Each area registers its own routes on it. */
export interface HttpServer {
  /** For what needs restify itself, e.g. `pre` handlers. */
  readonly restify: restify.Server;
  /** `path` as in restify: `/cases/:number`. */
  route(method: Method, path: string, handler: Handler): void;
  /** WebSocket upgrades whose path matches; the handler owns the socket from then on. Others get 404. */
  onUpgrade(path: RegExp, handler: UpgradeHandler): void;
  /** Runs first when the server closes, e.g. to end sockets that would keep it open. */
  onClose(hook: () => void): void;
  /** Rejects with the system's error when nothing can listen there. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Takes nothing new, lets running requests end, cuts them after `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

export interface HttpServerOptions {
  readonly log: Log;
  readonly measure?: Measure;
  readonly maxConnections?: number;
}

/** Makes the server with its limits, error wall, default headers and access log; it has no routes yet. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { log } = options;
  const server = restify.createServer({ name: '' });
  limit(server, options.maxConnections ?? 10_000);
  server.server.on('clientError', answerUnreadable);

  let closing = false;
  const ids = new WeakMap<IncomingMessage, string>();
  server.pre((req: IncomingMessage, res: ServerResponse, next: (go?: false) => void) => {
    const started = performance.now();
    const { method = '' } = req;
    // node sends no body for it, whatever the handler gives
    if (method === 'HEAD') req.method = 'GET';
    req.url = withoutTrailingSlash(req.url ?? '/');
    const id = requestId(req, res);
    ids.set(req, id);
    // Or its connection would be kept open for the next request, which will not come any more.
    if (closing) res.setHeader('connection', 'close');
    secureByDefault(res);
    const url = requestUrl(req);
    res.once('close', () => {
      if (closing) setImmediate(() => server.server.closeIdleConnections());
      const seconds = (performance.now() - started) / 1000;
      const status = res.headersSent ? res.statusCode : 499;
      const route = routeOf(req) ?? 'none';
      options.measure?.(method, route, status, seconds);
      log.info({ id, method, route, status, ms: Math.round(seconds * 1000) }, 'request');
    });
    if (url !== null) return next();
    send(res, errorAnswer(400, 'BadRequest', 'The request has no valid address.'));
    return next(false);
  });

  server.on('restifyError', (req: IncomingMessage, res: ServerResponse, error: unknown) => {
    send(res, wall(error, log, ids.get(req) ?? ''));
  });

  const upgrades: { path: RegExp; handler: UpgradeHandler }[] = [];
  server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    req.url = withoutTrailingSlash(req.url ?? '/');
    const url = requestUrl(req);
    const found = url && upgrades.find((each) => each.path.test(url.pathname));
    if (found) found.handler(req, socket, head, url);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });

  const hooks: (() => void)[] = [];
  return {
    restify: server,
    route(method, path, handler) {
      const chain = async (req: restify.Request, res: restify.Response): Promise<void> => {
        const id = ids.get(req) ?? '';
        const query = requestUrl(req)?.searchParams ?? new URLSearchParams();
        try {
          send(res, await handler({ req, params: req.params, query, id }));
        } catch (error) {
          send(res, wall(error, log, id));
        }
      };
      mount(server, method, path, chain);
    },
    onUpgrade(path, handler) {
      upgrades.push({ path, handler });
    },
    onClose(hook) {
      hooks.push(hook);
    },
    listen(port, host) {
      return new Promise((resolve, reject) => {
        // restify tells of the listener's errors as its own
        server.once('error', reject);
        server.listen(port, host, () => {
          server.removeListener('error', reject);
          const address = server.server.address();
          if (address === null || typeof address === 'string') reject(new Error('no TCP address'));
          else resolve(address);
        });
      });
    },
    async close(graceMs = 5000) {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const hook of hooks) hook();
      server.server.closeIdleConnections();
      const cut = setTimeout(() => server.server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

function limit(server: restify.Server, maxConnections: number): void {
  // A photo of 5 MB on a slow line takes long; other bodies are read within `BODY_MS`.
  server.server.requestTimeout = 60_000;
  server.server.headersTimeout = 10_000;
  server.server.keepAliveTimeout = 65_000;
  server.server.maxConnections = maxConnections;
  // Node looks for overdue requests only every 30 s otherwise, which would make 10 s up to 40 s.
  Object.assign(server.server, { connectionsCheckingInterval: 2000 });
}

function mount(server: restify.Server, method: Method, path: string, chain: restify.RequestHandler): void {
  if (method === 'GET') server.get(path, chain);
  else if (method === 'POST') server.post(path, chain);
  else if (method === 'PUT') server.put(path, chain);
  else if (method === 'PATCH') server.patch(path, chain);
  else server.del(path, chain);
}

function wall(error: unknown, log: Log, id: string): Answer {
  if (error instanceof HttpError)
    return errorAnswer(error.status, error.code, error.message, error.headers, error.facts);
  const status = statusOf(error);
  if (status === 404) return errorAnswer(404, 'NotFound', 'There is nothing at this address.');
  if (status === 405) return errorAnswer(405, 'MethodNotAllowed', 'This address does not take that method.');
  log.error({ id, error: error instanceof Error ? error.stack : typeof error }, 'a handler failed');
  return errorAnswer(500, 'Internal', `Something went wrong on our side. Quote request ${id}.`);
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
}

function routeOf(req: IncomingMessage): string | null {
  if (!('route' in req)) return null;
  const { route } = req;
  if (typeof route !== 'object' || route === null || !('path' in route)) return null;
  return typeof route.path === 'string' ? route.path : null;
}
