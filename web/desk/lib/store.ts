import { useSyncExternalStore } from 'react';
import { type Happening, type Live, nothing, step } from './live.ts';

/** Holds what is live and tells who reads it. */
export interface LiveStore {
  readonly get: () => Live;
  readonly happened: (what: Happening) => void;
  readonly listen: (listener: () => void) => () => void;
}

export function createStore(): LiveStore {
  let live = nothing;
  const listeners = new Set<() => void>();
  return {
    get: () => live,
    happened(what) {
      const before = live;
      live = step(before, what);
      if (live !== before) for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One thing of the live state; drawn anew only when that changes. */
export function useLive<Value>(store: LiveStore, pick: (live: Live) => Value): Value {
  return useSyncExternalStore(store.listen, () => pick(store.get()));
}
