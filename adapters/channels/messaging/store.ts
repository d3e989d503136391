import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { Trigger } from './caps.ts';

/**
 * What all instances share about channels: platform tokens, cursors, quotas, menus, what was sent. In the ledger's
 * database; each call is one transaction and durable when it resolves.
 */
export interface ChannelStore {
  /** A platform's access token (sealed), or null when there is none that lasts until `now + leastMs`. */
  token(name: string, now: Instant, leastMs: number): Promise<{ value: string; until: Instant } | null>;
  saveToken(name: string, value: string, until: Instant): Promise<void>;
  /** Takes a lock for `ms` or finds it taken: one refresh, one puller at a time over all instances. */
  lock(name: string, holder: string, now: Instant, ms: number): Promise<boolean>;
  unlock(name: string, holder: string): Promise<void>;
  /** Makes a lock that is still held last `ms` from now; false when it is over or somebody else's. */
  renew(name: string, holder: string, now: Instant, ms: number): Promise<boolean>;

  cursor(name: string): Promise<string | null>;
  saveCursor(name: string, value: string): Promise<void>;

  /** The customer did something: a window with `quota` messages (null = any number) begins. No effect when it is not later. */
  openWindow(conversation: ConversationId, trigger: Trigger, quota: number | null, until: Instant): Promise<void>;
  /** Takes one message of the window that lasts longest; false when none is open or its quota is used. */
  spend(conversation: ConversationId, now: Instant): Promise<boolean>;
  /** Gives back what `spend` took last for a message that was surely not sent. */
  refund(conversation: ConversationId, now: Instant): Promise<void>;
  /** Messages left (null = any number) and until when; null when nothing may be sent. */
  window(conversation: ConversationId, now: Instant): Promise<{ left: number | null; until: Instant } | null>;

  /** The numbered menu shown last. */
  menu(conversation: ConversationId): Promise<readonly { label: string; value: string }[]>;
  saveMenu(
    conversation: ConversationId,
    choices: readonly { label: string; value: string }[],
    at: Instant,
  ): Promise<void>;

  /**
   * Notes a message before it is sent; false when it was noted before (sent, or perhaps sent). With `again` also true for one
   * of which nobody noted that it was sent: for platforms that know a repeat.
   */
  attempt(id: string, at: Instant, again?: boolean): Promise<boolean>;
  /** It was surely not taken: it may be attempted again. */
  unattempt(id: string): Promise<void>;
  /** The platform's word on a sent message: `delivered`, `read`, `failed`; never goes back. */
  receipt(platformId: string, state: 'sent' | 'delivered' | 'read' | 'failed', at: Instant): Promise<void>;
  sentAs(platformId: string, id: string): Promise<void>;
  /** Removes what is older. */
  expire(before: Instant): Promise<void>;
}
