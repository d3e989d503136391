import type { ChannelStore } from './store.ts';

/** A rest that a platform asked for, kept by all instances. */
export interface Hold {
  /** Whether nobody asked for rest under this name. */
  free(name: string): Promise<boolean>;
  rest(name: string, ms: number): Promise<void>;
}

/** `scope` keeps accounts apart. */
export function createHold(store: ChannelStore, scope: string, now: () => number): Hold {
  const key = (name: string) => `${scope}/rest/${name}`;
  return {
    // taken for no time at all
    free: (name) => store.lock(key(name), 'look', now(), 0),
    async rest(name, ms) {
      await store.lock(key(name), 'rest', now(), ms);
    },
  };
}
