import type { IncomingMessage } from 'node:http';
import type { ConversationId } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { bearer, sameSecret } from '../../http/secrets.ts';
import type { Tokens, Visitor } from './tokens.ts';

export type Caller =
  /** Holds the secret: the operator's own server. */
  { readonly kind: 'operator' } | { readonly kind: 'visitor'; readonly visitor: Visitor };

/**
 * Who calls: 401 without a bearer, 403 `TokenExpired` or `Forbidden` else. A 403 ends the conversation on the client's side,
 * so it is said only when the token is truly dead.
 */
export async function callerOf(req: IncomingMessage, tokens: Tokens, secret: string): Promise<Caller> {
  const given = bearer(req);
  if (given === null) {
    throw new HttpError(401, 'Unauthorized', 'Send "Authorization: Bearer" with a token or the secret.', {
      'www-authenticate': 'Bearer',
    });
  }
  if (sameSecret(given, secret)) return { kind: 'operator' };
  const verified = await tokens.verify(given);
  if (verified.kind === 'valid') return { kind: 'visitor', visitor: verified.visitor };
  if (verified.kind === 'expired') throw new HttpError(403, 'TokenExpired', 'The token has expired.');
  throw new HttpError(403, 'Forbidden', 'The token or secret is not valid.');
}

/** The visitor of a token; the secret is not enough. */
export async function visitorOf(req: IncomingMessage, tokens: Tokens, secret: string): Promise<Visitor> {
  const caller = await callerOf(req, tokens, secret);
  if (caller.kind === 'visitor') return caller.visitor;
  throw new HttpError(403, 'Forbidden', 'This address takes a token, not the secret.');
}

/** Refuses a token of another conversation, whether that exists or not. */
export function mayOpen(caller: Caller, conversation: string): ConversationId {
  if (caller.kind === 'visitor' && caller.visitor.conversation !== conversation) {
    throw new HttpError(403, 'Forbidden', 'The token belongs to another conversation.');
  }
  if (!/^[\w-]{1,80}$/.test(conversation)) throw notFound();
  return conversation as ConversationId;
}

export function notFound(): HttpError {
  return new HttpError(404, 'NotFound', 'There is no such conversation.');
}
