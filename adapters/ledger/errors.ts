/** The database was written by a newer release: starting would read it wrongly. Start the newer release, or restore a backup. */
export class LedgerFromNewerRelease extends Error {
  override readonly name = 'LedgerFromNewerRelease';
  constructor(found: number, known: number) {
    super(`the ledger has schema ${found}, this release knows up to ${known}: start a newer release`);
  }
}

/** The store would acknowledge writes that a crash can lose; the message names the setting. */
export class LedgerNotDurable extends Error {
  override readonly name = 'LedgerNotDurable';
}

/** A cursor that no page of ours gave out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() {
    super('the cursor is not one of this list');
  }
}

/** So many numbers in a row were taken already that the source of randomness must be broken. */
export class NumbersExhausted extends Error {
  override readonly name = 'NumbersExhausted';
  constructor(prefix: string) {
    super(`no free number with prefix ${prefix}: is the source of randomness broken?`);
  }
}

/** A write for a customer that `ofSource` never gave out. */
export class UnknownCustomer extends Error {
  override readonly name = 'UnknownCustomer';
  constructor() {
    super('there is no such customer');
  }
}
