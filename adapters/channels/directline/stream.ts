import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { publicBase } from '../../http/requests.ts';
import type { HttpServer } from '../../http/server.ts';
import { Feed } from '../../live/feed.ts';
import type { DirectLine } from './deps.ts';
import { positionOf, TYPING_FRAME, viewOf } from './view.ts';

const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,80})\/stream$/;
const KEEP_ALIVE_MS = 20_000;
/** Bytes waiting for a reader that does not read; above it the socket is closed, and the log has the rest. */
export const BACKLOG_BYTES = 1024 * 1024;
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

/**
 * `GET …/stream?watermark=&t=` as WebSocket: the log from the watermark, then what comes. Any number of sockets for a
 * conversation; an empty frame every 20 s; a peer that answers no ping between two of them is dropped. What clients send
 * is ignored.
 */
export function registerStream(server: HttpServer, line: DirectLine): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096, clientTracking: true });
  const alive = new WeakSet<WebSocket>();

  server.onUpgrade(PATH, (req, socket, head, url) => {
    admit(line, url)
      .then((conversation) => {
        if (conversation === null) return refuse(socket);
        sockets.handleUpgrade(req, socket, head, (client) => {
          alive.add(client);
          client.on('pong', () => alive.add(client));
          serve(line, client, conversation, req, url);
        });
      })
      .catch(() => socket.destroy());
  });

  const keepAlive = setInterval(() => {
    for (const client of sockets.clients) {
      if (!alive.delete(client)) {
        client.terminate();
      } else if (client.readyState === WebSocket.OPEN) {
        client.send('');
        client.ping();
      }
    }
  }, line.keepAliveMs ?? KEEP_ALIVE_MS);
  keepAlive.unref();

  server.onClose(() => {
    clearInterval(keepAlive);
    for (const client of sockets.clients) client.close(GOING_AWAY);
    const cut = setTimeout(() => {
      for (const client of sockets.clients) client.terminate();
    }, 1000);
    cut.unref();
  });
}

type Admitted = Parameters<typeof viewOf>[0];

async function admit(line: DirectLine, url: URL): Promise<Admitted | null> {
  const verified = await line.tokens.verifyForStream(url.searchParams.get('t') ?? '');
  const wanted = PATH.exec(url.pathname)?.[1];
  return verified.kind === 'valid' && verified.visitor.conversation === wanted ? verified.visitor.conversation : null;
}

function refuse(socket: Duplex): void {
  const body = '{"error":{"code":"Forbidden","message":"The stream address is not valid any more."}}';
  socket.end(
    `HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
}

function serve(line: DirectLine, client: WebSocket, conversation: Admitted, req: IncomingMessage, url: URL): void {
  const view = viewOf(conversation, publicBase(req, line.publicUrl), line.uploads);
  const send = (frame: string): Promise<void> =>
    new Promise((resolve) => {
      if (client.readyState !== WebSocket.OPEN) return resolve();
      if (client.bufferedAmount > BACKLOG_BYTES) {
        client.close(TRY_AGAIN_LATER);
        return resolve();
      }
      client.send(frame, () => resolve());
    });
  const feed = new Feed(line.conversations, line.hub, conversation, positionOf(url.searchParams.get('watermark')), {
    entries: (entries, next) => send(JSON.stringify({ activities: entries.map(view), watermark: String(next) })),
    typing: () => void send(TYPING_FRAME),
  });
  client.on('close', () => feed.end());
  client.on('error', () => client.terminate());
}
