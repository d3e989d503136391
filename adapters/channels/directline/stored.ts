import { HttpError } from '../../http/answer.ts';
import type { DirectLine } from './deps.ts';

/** Asks the store, or answers 503 when it does not know: the caller repeats, nothing is doubled. */
export async function stored<T>(line: DirectLine, question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    line.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'the store did not answer');
    throw busy('It could not be stored now; send it again, a message with the same clientActivityID.');
  }
}

/** Clients do not understand 429; after 503 they offer to send again. */
export function busy(message: string): HttpError {
  return new HttpError(503, 'ServiceUnavailable', message, { 'retry-after': '2' });
}
