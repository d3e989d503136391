import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { HttpError } from '../http/answer.ts';
import type { HttpServer } from '../http/server.ts';

/** Bytes waiting for a reader that does not read; above it the socket is closed, and its stored source has the rest. */
export const BACKLOG_BYTES = 1024 * 1024;
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;
const CUT_MS = 1000;

export interface SocketRules {
  /** Between two pings; a peer that answers none between two of them is dropped. */
  readonly keepAliveMs: number;
  /** Bytes of one frame that is read; a longer one closes the socket with 1009. */
  readonly maxPayload: number;
  /** With each ping. */
  readonly beat?: (socket: WebSocket) => void;
}

/** WebSockets of an address: kept awake, dropped when dead, told to come back when the server closes. */
export function openSockets(server: HttpServer, { keepAliveMs, maxPayload, beat }: SocketRules): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload, clientTracking: true });
  const alive = new WeakSet<WebSocket>();
  sockets.on('connection', (socket: WebSocket) => {
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
  });
  const keepAlive = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) {
        socket.terminate();
      } else if (socket.readyState === WebSocket.OPEN) {
        beat?.(socket);
        socket.ping();
      }
    }
  }, keepAliveMs);
  keepAlive.unref();
  server.onClose(() => {
    clearInterval(keepAlive);
    for (const socket of sockets.clients) socket.close(GOING_AWAY);
    const cut = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, CUT_MS);
    cut.unref();
  });
  return sockets;
}

/** Sends one frame; resolves when it is on its way, or never will be. Who does not read is closed. */
export function sendFrame(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== WebSocket.OPEN) return resolve();
    if (socket.bufferedAmount > BACKLOG_BYTES) {
      socket.close(TRY_AGAIN_LATER);
      return resolve();
    }
    socket.send(frame, () => resolve());
  });
}

/** Answers an upgrade as any other request, and ends the connection. */
export function refuseUpgrade(socket: Duplex, { status, code, message }: HttpError): void {
  const body = JSON.stringify({ error: { code, message } });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
