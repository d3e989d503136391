import { type Answer, HttpError } from '../../http/answer.ts';

/** Taken, and nothing to say in this answer. */
export const SUCCESS: Answer = {
  ...{ status: 200, body: 'success', headers: { 'content-type': 'text/plain; charset=utf-8' } },
};

export function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable();
  }
}

export function unsigned(): HttpError {
  return new HttpError(401, 'NotSigned', 'The request is not signed with the token of this account, or too old.');
}

export function unreadable(): HttpError {
  return new HttpError(400, 'NotAPush', 'The body is no message of the platform.');
}

export function busy(): HttpError {
  return new HttpError(503, 'Unavailable', 'The message was not taken: push it again.');
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
