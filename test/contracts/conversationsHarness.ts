import type { ConversationsOptions } from '../../adapters/conversations/options.ts';
import type { Conversations } from '../../bot/conversations.ts';

export type StorePlace = { readonly redis: string } | { readonly sqlite: string };

/** What the contract needs to know of an implementation. */
export interface Harness {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Another instance on the same data. Valid after `start`. */
  open(options?: Partial<ConversationsOptions>): Promise<Conversations>;
  /** How another process opens the same data. */
  place(): StorePlace;
  /** All that is stored, as raw text. */
  dump(): Promise<string>;
}
