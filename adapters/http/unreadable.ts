import type { Duplex } from 'node:stream';
import { errorAnswer } from './answer.ts';

/** Node's codes of what it cannot read as a request; everything else is 400. */
const FAULTS: Readonly<Record<string, readonly [status: number, reason: string, code: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Request Header Fields Too Large',
    'HeadersTooLarge',
    'The address and headers together are larger than 16 KB: send fewer or shorter ones.',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [
    413,
    'Payload Too Large',
    'TooLarge',
    'The chunk extensions are larger than 16 KB: send none.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'Timeout', 'The request took too long to arrive.'],
};

/** Answers what never becomes a request in the shape of every other error, and closes the connection. */
export function answerUnreadable(error: Error, socket: Duplex): void {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ECONNRESET' || !socket.writable || answering(socket)) {
    socket.destroy();
    return;
  }
  const [status, reason, name, message] = FAULTS[code] ?? [400, 'Bad Request', 'BadRequest', 'This is not HTTP/1.1.'];
  const body = JSON.stringify(errorAnswer(status, name, message).body);
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      '',
      body,
    ].join('\r\n'),
  );
}

/** An answer has begun on this connection: bytes of another one would end up inside it. Node keeps it on the socket. */
function answering(socket: Duplex): boolean {
  if (!('_httpMessage' in socket)) return false;
  const { _httpMessage: answer } = socket;
  return typeof answer === 'object' && answer !== null && 'headersSent' in answer && answer.headersSent === true;
}
