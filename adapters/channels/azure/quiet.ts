import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();
let installed = false;

/**
 * Runs something with the console silent for it and what it starts. The SDK prints its whole key list for every bad
 * signature, which any stranger can cause.
 */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  if (!installed) {
    installed = true;
    for (const name of ['error', 'warn', 'log'] as const) {
      const print = console[name].bind(console);
      console[name] = (...args: unknown[]) => {
        if (quiet.getStore() !== true) print(...args);
      };
    }
  }
  return quiet.run(true, work);
}
