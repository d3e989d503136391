import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { HttpError } from '../../http/answer.ts';
import { publicBase } from '../../http/requests.ts';
import type { HttpServer } from '../../http/server.ts';
import { Feed } from '../../live/feed.ts';
import { openSockets, refuseUpgrade, sendFrame } from '../../live/sockets.ts';
import type { DirectLine } from './deps.ts';
import { positionOf, TYPING_FRAME, viewOf } from './view.ts';

const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,80})\/stream$/;
const KEEP_ALIVE_MS = 20_000;

/**
 * `GET …/stream?watermark=&t=` as WebSocket: the log from the watermark, then what comes. Any number of sockets for a
 * conversation; an empty frame every 20 s; a peer that answers no ping between two of them is dropped. What clients send
 * is ignored.
 */
export function registerStream(server: HttpServer, line: DirectLine): void {
  const sockets = openSockets(server, {
    keepAliveMs: line.keepAliveMs ?? KEEP_ALIVE_MS,
    maxPayload: 4096,
    beat: (client) => client.send(''),
  });

  server.onUpgrade(PATH, (req, socket, head, url) => {
    admit(line, url)
      .then((conversation) => {
        if (conversation === null) return refuseUpgrade(socket, staleAddress());
        sockets.handleUpgrade(req, socket, head, (client) => {
          sockets.emit('connection', client, req);
          serve(line, client, conversation, req, url);
        });
      })
      .catch(() => socket.destroy());
  });
}

const staleAddress = () => new HttpError(403, 'Forbidden', 'The stream address is not valid any more.');

type Admitted = Parameters<typeof viewOf>[0];

async function admit(line: DirectLine, url: URL): Promise<Admitted | null> {
  const verified = await line.tokens.verifyForStream(url.searchParams.get('t') ?? '');
  const wanted = PATH.exec(url.pathname)?.[1];
  return verified.kind === 'valid' && verified.visitor.conversation === wanted ? verified.visitor.conversation : null;
}

function serve(line: DirectLine, client: WebSocket, conversation: Admitted, req: IncomingMessage, url: URL): void {
  const view = viewOf(conversation, publicBase(req, line.publicUrl), line);
  const feed = new Feed(line.conversations, line.hub, conversation, positionOf(url.searchParams.get('watermark')), {
    entries: (entries, next) =>
      sendFrame(client, JSON.stringify({ activities: entries.map(view), watermark: String(next) })),
    typing: () => void sendFrame(client, TYPING_FRAME),
  });
  client.on('close', () => feed.end());
  client.on('error', () => client.terminate());
}
