import type { ServerResponse } from 'node:http';

/** What a handler answers: an object body is sent as JSON, a string or Buffer as it is (give `content-type` then). */
export interface Answer {
  readonly status: number;
  readonly body?: object | string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that ends a request early. `message` is shown to the caller: say what to change, never what was inside. */
export class HttpError extends Error {
  readonly status: number;
  /** Stable, for programs; the message may change. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What programs need to know of it, beside `code` and `message`. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.facts = facts;
  }
}

/** The shape of every error of ours, Direct Line's included: `{"error": {"code", "message"}}`, some with more facts. */
export function errorAnswer(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  facts: Readonly<Record<string, unknown>> = {},
): Answer {
  return { status, body: { error: { ...facts, code, message } }, headers };
}

/** Writes the answer once; does nothing when the caller has gone or was answered already. */
export function send(res: ServerResponse, answer: Answer): void {
  if (res.headersSent || res.destroyed) return;
  const { body } = answer;
  const payload =
    body === undefined ? '' : typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  if (body !== undefined && typeof body === 'object' && !Buffer.isBuffer(body)) {
    res.setHeader('content-type', 'application/json; charset=utf-8');
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value);
  res.statusCode = answer.status;
  if (answer.status !== 204 && answer.status !== 304) res.setHeader('content-length', Buffer.byteLength(payload));
  res.end(payload);
}
