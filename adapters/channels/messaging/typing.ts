import { z } from 'zod';
import { referenceSchema } from '../../../bot/state.ts';
import type { Customers } from '../../../domain/customers/customer.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { Log } from '../../http/log.ts';
import type { ChannelAccount } from './port.ts';
import type { ChannelStore } from './store.ts';

export interface TypingDeps {
  readonly accountOf: (channel: string, account: string) => ChannelAccount | null;
  readonly customers: Pick<Customers, 'standing'>;
  readonly store: Pick<ChannelStore, 'window'>;
  readonly log: Log;
  readonly now: () => Instant;
}

/** Conversations in which somebody typed lately. */
const KEPT = 1000;
/** How long a channel that shows nothing is not asked for again. */
const NONE_MS: Instant = 60_000;
const standingSchema = z.string().transform((text, context) => {
  try {
    return referenceSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'no reference' });
    return z.NEVER;
  }
});

/**
 * Shows a customer of a messaging channel that an agent is writing, as often as the platform needs it, while a message could
 * follow. Takes nothing of the quota, and nobody waits for what comes of it. Called on the instance of the agent's console
 * only, and only for the agent who has the customer.
 */
export function createTyping({ accountOf, customers, store, log, now }: TypingDeps) {
  /** When it may be shown again. */
  const next = new Map<ConversationId, Instant>();

  async function show(conversation: ConversationId): Promise<void> {
    const standing = await customers.standing(conversation);
    const { channelId = '', recipient, from } = standingSchema.safeParse(standing?.reference).data ?? {};
    const account = accountOf(channelId, recipient?.id ?? '');
    next.set(conversation, now() + (account?.typing?.everyMs ?? NONE_MS));
    if (account?.typing === undefined || from === undefined) return;
    if (account.caps.windows !== undefined && (await store.window(conversation, now())) === null) return;
    await account.typing.show(from.id);
  }

  return (conversation: ConversationId): void => {
    if (now() < (next.get(conversation) ?? 0)) return;
    if (next.size >= KEPT) next.clear();
    void show(conversation).catch((error: unknown) =>
      log.warn({ error: error instanceof Error ? error.name : typeof error }, 'typing could not be shown'),
    );
  };
}
