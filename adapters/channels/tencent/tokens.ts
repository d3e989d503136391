import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Instant } from '../../../domain/ids.ts';
import type { ChannelStore } from '../messaging/store.ts';
import type { Called } from './api.ts';

/** The platform makes a new token 5 minutes before one ends; both are good meanwhile. */
const EARLY_MS = 5 * 60_000;
/** Kept for this long at least, also when the platform says less. */
const LEAST_MS = 30_000;
const LOCK_MS = 10_000;
const LOOK_MS = 100;

const tokenSchema = z.object({ access_token: z.string().min(1).max(1000), expires_in: z.number().int().positive() });
export type Token = { readonly kind: 'token'; readonly value: string } | Exclude<Called, { readonly kind: 'ok' }>;

export interface Tokens {
  get(): Promise<Token>;
  /** After the platform refused this one: the one that took its place, or a new one. */
  instead(refused: string): Promise<Token>;
}

export interface TokenSource {
  /** Of what the token is for, the same on all instances. */
  readonly name: string;
  readonly store: ChannelStore;
  readonly now: () => Instant;
  /** Asks the platform, under the lock; `keep` makes a token of its answer. */
  readonly ask: (refused: string | null, keep: (called: Called) => Promise<Token>) => Promise<Token>;
}

/**
 * An access token, the same for all instances. One of them asks the platform, under a lock; the others go on with the old
 * one while it is good, or wait.
 */
export function sharedTokens({ name, store, now, ask }: TokenSource): Tokens {
  const running = new Map<string, Promise<Token>>();

  /** Calls of this instance that need the same share one. */
  function shared(key: string, renew: () => Promise<Token>): Promise<Token> {
    const before = running.get(key);
    if (before) return before;
    const one = renew().finally(() => running.delete(key));
    running.set(key, one);
    return one;
  }

  /** `find` gives the stored token that makes asking needless. */
  async function renewed(find: () => Promise<string | null>, meanwhile: string | null, refused: string | null) {
    const holder = randomUUID();
    for (const until = performance.now() + LOCK_MS; performance.now() < until; ) {
      if (await store.lock(name, holder, now(), LOCK_MS)) {
        try {
          const found = await find();
          return found === null ? await ask(refused, keep) : ({ kind: 'token', value: found } as const);
        } finally {
          await store.unlock(name, holder);
        }
      }
      if (meanwhile !== null) return { kind: 'token', value: meanwhile } as const;
      await sleep(LOOK_MS);
      const found = await find();
      if (found !== null) return { kind: 'token', value: found } as const;
    }
    return { kind: 'failed', code: 'token-wait', maybe: false } as const;
  }

  async function keep(called: Called): Promise<Token> {
    // nothing is lost when a question for a token is repeated
    if (called.kind !== 'ok') return called.kind === 'failed' ? { ...called, maybe: false } : called;
    const given = tokenSchema.safeParse(called.body).data;
    if (given === undefined) return { kind: 'failed', code: 'no-token', maybe: false };
    const ms = Math.max(given.expires_in * 1000 - EARLY_MS, LEAST_MS);
    await store.saveToken(name, given.access_token, now() + ms);
    return { kind: 'token', value: given.access_token };
  }

  const stored = async (leastMs: number) => (await store.token(name, now(), leastMs))?.value ?? null;
  return {
    async get() {
      const good = await stored(0);
      if (good !== null) return { kind: 'token', value: good };
      return shared('', async () => renewed(() => stored(0), await stored(LEAST_MS - EARLY_MS), null));
    },
    async instead(refused) {
      const other = async () => {
        const value = await stored(0);
        return value === refused ? null : value;
      };
      const found = await other();
      if (found !== null) return { kind: 'token', value: found };
      return shared(refused, () => renewed(other, null, refused));
    },
  };
}
