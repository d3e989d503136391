import { z } from 'zod';
import { type Answer, HttpError } from '../../http/answer.ts';
import { readOptionalJson } from '../../http/body.ts';
import { parseWith } from '../../http/json.ts';
import { publicBase } from '../../http/requests.ts';
import type { Call } from '../../http/server.ts';
import { callerOf, mayOpen, notFound, visitorOf } from './callers.ts';
import type { DirectLine } from './deps.ts';
import { newConversationId, newUserId } from './ids.ts';
import { arrival } from './inbound.ts';
import { stored } from './stored.ts';
import { TOKEN_SECONDS, type Visitor } from './tokens.ts';

const SMALL_BODY = 16 * 1024;
const locale = z.string().regex(/^[A-Za-z0-9-]{2,35}$/, 'a language tag such as zh-Hans');
const userId = z.string().regex(/^dl_[\w.@-]{1,100}$/, 'begins with dl_, then letters, digits, . @ _ -');
const generateSchema = z.object({ user: z.object({ id: userId.optional() }).optional(), locale: locale.optional() });
const startSchema = z.object({
  // With a token the user is the token's, so whatever stands here is not looked at.
  user: z.object({ id: z.unknown() }).partial().optional(),
  locale: locale.optional().catch(undefined),
});
const chatTokenSchema = z.object({ token: z.string().max(4096).optional(), locale: locale.optional() });

/** `POST /tokens/generate`: a token for a new conversation, with the secret only. Starts nothing. */
export async function generate(line: DirectLine, call: Call): Promise<Answer> {
  const caller = await callerOf(call.req, line.tokens, line.secret);
  if (caller.kind !== 'operator') throw new HttpError(403, 'Forbidden', 'Tokens are made with the secret only.');
  const wish = parseWith(generateSchema, await readOptionalJson(call.req, SMALL_BODY));
  const visitor = newVisitor(wish.locale, wish.user?.id);
  return { status: 200, body: await tokenAnswer(line, visitor) };
}

/** `POST /tokens/refresh`: the same conversation and user for another half hour. */
export async function refresh(line: DirectLine, call: Call): Promise<Answer> {
  const visitor = await visitorOf(call.req, line.tokens, line.secret);
  return { status: 200, body: await tokenAnswer(line, visitor) };
}

/**
 * `POST /chat/token`: our own page's way in. An earlier token, also an expired one, brings its visitor back to the same
 * conversation; anything else begins a new one.
 */
export async function chatToken(line: DirectLine, call: Call): Promise<Answer> {
  const wish = parseWith(chatTokenSchema, await readOptionalJson(call.req, SMALL_BODY));
  const earlier = wish.token === undefined ? null : await line.tokens.verifyReturning(wish.token);
  const visitor = earlier?.kind === 'valid' ? earlier.visitor : newVisitor(wish.locale);
  return { status: 200, body: { ...(await tokenAnswer(line, visitor)), userId: visitor.user } };
}

/** `POST /conversations`: 201 and an arrival for the bot the first time, 200 after that. */
export async function start(line: DirectLine, call: Call): Promise<Answer> {
  const caller = await callerOf(call.req, line.tokens, line.secret);
  const wish = parseWith(startSchema, await readOptionalJson(call.req, SMALL_BODY));
  const visitor =
    caller.kind === 'visitor'
      ? caller.visitor
      : newVisitor(wish.locale, parseWith(userId.optional(), wish.user?.id ?? undefined));
  const { conversation, user } = visitor;
  const known = (await stored(line, line.conversations.log(conversation, 0, 1))) !== null;
  const welcome = arrival(conversation, user, wish.locale ?? visitor.locale, line.now());
  const begun = !known && (await stored(line, line.intake(conversation, welcome, null))).kind === 'accepted';
  return { status: begun ? 201 : 200, body: await streamAnswer(line, call, visitor, '') };
}

/**
 * `GET /conversations/{id}`: a fresh token and stream address that goes on after the watermark. For a token this needs no
 * store: its conversation exists or can begin again. 404 would end the conversation for good on the client's side.
 */
export async function reconnect(line: DirectLine, call: Call): Promise<Answer> {
  const caller = await callerOf(call.req, line.tokens, line.secret);
  const conversation = mayOpen(caller, call.params.id ?? '');
  if (caller.kind === 'operator') {
    if ((await stored(line, line.conversations.log(conversation, 0, 1))) === null) throw notFound();
  }
  const visitor = caller.kind === 'visitor' ? caller.visitor : { conversation, user: newUserId() };
  return { status: 200, body: await streamAnswer(line, call, visitor, call.query.get('watermark') ?? '') };
}

function newVisitor(wished: string | undefined, user = newUserId()): Visitor {
  return { conversation: newConversationId(), user, ...(wished === undefined ? {} : { locale: wished }) };
}

async function tokenAnswer(line: DirectLine, visitor: Visitor): Promise<object> {
  const token = await line.tokens.issue(visitor);
  return { conversationId: visitor.conversation, token, expires_in: TOKEN_SECONDS };
}

async function streamAnswer(line: DirectLine, call: Call, visitor: Visitor, watermark: string): Promise<object> {
  const base = publicBase(call.req, line.publicUrl).replace(/^http/, 'ws');
  const query = new URLSearchParams({
    watermark: watermark.slice(0, 20),
    t: await line.tokens.issueForStream(visitor),
  });
  const streamUrl = `${base}/v3/directline/conversations/${visitor.conversation}/stream?${query}`;
  return { ...(await tokenAnswer(line, visitor)), streamUrl };
}
