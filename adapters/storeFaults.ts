import { LedgerFromNewerRelease, LedgerNotDurable } from './ledger/errors.ts';

/** A store that a setting names cannot be used now; the message is one line with the setting, the place and why. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}

/** A store that may not be used as it is; the message begins with the setting to change, or what stands behind it. */
export class StoreRefused extends Error {
  override readonly name: string = 'StoreRefused';
}

/** Of the store that `setting` names, at a place that holds no secret. */
export function storeFault(setting: string, place: string, error: unknown): StoreUnusable | StoreRefused {
  if (error instanceof StoreUnusable || error instanceof StoreRefused) return error;
  if (error instanceof LedgerNotDurable || error instanceof LedgerFromNewerRelease) {
    return new StoreRefused(`${setting}: ${place} is not used: ${error.message}`);
  }
  return new StoreUnusable(`${setting}: ${place} cannot be used: ${reasonOf(error)}`, { cause: error });
}

/** What a driver says, on one line. Of a host with several addresses, what the first one said. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return 'unknown failure';
  return (error.message || error.name).replace(/\s+/g, ' ').slice(0, 300);
}
