import type { Answer } from '../../http/answer.ts';
import type { Call, HttpServer, Method } from '../../http/server.ts';
import { list, post } from './activities.ts';
import { chatToken, generate, reconnect, refresh, start } from './begin.ts';
import { visitorOf } from './callers.ts';
import { allowPages } from './cors.ts';
import type { DirectLine } from './deps.ts';
import { serveFile } from './files.ts';
import { MADE_PATH, serveMade } from './made.ts';
import { registerStream } from './stream.ts';
import { createTokens } from './tokens.ts';
import { upload } from './upload.ts';

/** What a caller of `registerDirectLine` gives: tokens are made from the secret. */
export type DirectLineDeps = Omit<DirectLine, 'tokens'>;

/**
 * Direct Line 3.0 under `/v3/directline` and `POST /chat/token`. Needs
 * - `conversations` (only its `log` is called) and `intake` (stores and wakes the worker; rejects when unknown),
 * - `hub`: call `publish` after a commit with the new entries, `remote` when another process wrote, `typing` at will,
 * - `secret`: the Direct Line secret, also the root of the token keys, so the same in every instance,
 * - `uploads`, `publicUrl` (null: from each request), `log`, `now`.
 */
export function registerDirectLine(server: HttpServer, deps: DirectLineDeps): void {
  const line: DirectLine = { ...deps, tokens: createTokens(deps.secret, deps.now) };
  const at = (method: Method, path: string, handler: (line: DirectLine, call: Call) => Promise<Answer>): void =>
    server.route(method, path, (call) => handler(line, call));

  allowPages(server);
  at('POST', '/chat/token', chatToken);
  at('POST', '/v3/directline/tokens/generate', generate);
  at('POST', '/v3/directline/tokens/refresh', refresh);
  at('POST', '/v3/directline/conversations', start);
  at('GET', '/v3/directline/conversations/:id', reconnect);
  at('GET', '/v3/directline/conversations/:id/activities', list);
  at('POST', '/v3/directline/conversations/:id/activities', post);
  at('POST', '/v3/directline/conversations/:id/upload', upload);
  at('GET', '/v3/directline/attachments/:file', serveFile);
  at('GET', MADE_PATH, serveMade);
  at('GET', '/v3/directline/session/getsessionid', sessionId);
  registerStream(server, line);
}

/** Clients take any answer; the conversation serves as the session. */
async function sessionId(line: DirectLine, call: Call): Promise<Answer> {
  const visitor = await visitorOf(call.req, line.tokens, line.secret);
  return { status: 200, body: { sessionId: visitor.conversation } };
}
