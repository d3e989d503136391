/**
 * The store did not say whether it carried out the call: no connection, no answer in time, or an answer that makes no
 * sense. Repeat `accept` with the same id; `begin` again after a failed `commit`.
 */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';

  /** `reason` comes from the driver, never from a customer; cut to 200 characters. */
  constructor(reason: string) {
    super(reason.slice(0, 200));
  }
}

/**
 * Copies the reason only: errors of the driver carry the arguments of their command, which must not reach a log.
 */
export function outcomeUnknown(error: unknown): OutcomeUnknown {
  if (error instanceof OutcomeUnknown) return error;
  return new OutcomeUnknown(error instanceof Error ? error.message : 'unknown failure');
}
