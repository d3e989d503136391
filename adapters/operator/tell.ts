import type { ConversationId } from '../../domain/ids.ts';
import { HttpError } from '../http/answer.ts';
import type { OperatorDeps, OperatorEvent } from './deps.ts';

/** Tells the customer after the ledger has it. When that fails the caller is asked to send the same request again. */
export async function tell(deps: OperatorDeps, conversation: ConversationId, event: OperatorEvent): Promise<void> {
  try {
    await deps.notify(conversation, event);
  } catch (error) {
    deps.log.error(
      { event: event.kind, error: error instanceof Error ? error.name : typeof error },
      'customer not told',
    );
    const message = 'It is registered, but the customer could not be told: repeat with the same Idempotency-Key.';
    throw new HttpError(503, 'NotTold', message, { 'retry-after': '2' });
  }
}
