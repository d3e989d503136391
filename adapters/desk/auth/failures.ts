import type { Instant } from '../../../domain/ids.ts';
import { lockMs } from './lockout.ts';

const MOST = 10_000;

/** Failures in a row by key, in memory: of each instance on its own, and gone with it. */
export interface Failures {
  /** Milliseconds until the key may try again; 0 = now. */
  waitMs(key: string): number;
  failed(key: string): void;
  succeeded(key: string): void;
}

/** @param first failures that close it for the first time */
export function createFailures(first: number, now: () => Instant): Failures {
  const known = new Map<string, { readonly count: number; readonly at: Instant }>();
  return {
    waitMs(key) {
      const { count, at } = known.get(key) ?? { count: 0, at: 0 };
      return Math.max(0, at + lockMs(count, first) - now());
    },
    failed(key) {
      const count = (known.get(key)?.count ?? 0) + 1;
      known.delete(key);
      known.set(key, { count, at: now() });
      for (const oldest of known.keys()) {
        if (known.size <= MOST) break;
        known.delete(oldest);
      }
    },
    succeeded: (key) => void known.delete(key),
  };
}
