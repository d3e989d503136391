import type { ConversationId, Instant } from '../../../domain/ids.ts';
import { createHold } from '../messaging/hold.ts';
import type { ChannelStore } from '../messaging/store.ts';

/** The platform takes one message in six seconds to one customer, or as many at once as it takes in the time they stand for. */
const EACH_MS = 6000;
const BURST = 45;

/** The pace towards one customer, counted by all instances. */
export interface Pair {
  /** 0 when a message may go out now, else the milliseconds until it is worth another try. */
  wait(conversation: ConversationId): Promise<number>;
  /** Whether the platform wants to be left alone. */
  rests(conversation: ConversationId): Promise<boolean>;
  /** The platform said that it was too much. */
  tooMuch(conversation: ConversationId): Promise<void>;
}

export function createPair(store: ChannelStore, now: () => Instant): Pair {
  const hold = createHold(store, 'whatsapp/pair', now);
  return {
    async wait(conversation) {
      if (!(await hold.free(conversation))) return EACH_MS;
      const counted = `${conversation}/pair` as ConversationId;
      const begins = await store.lock(`whatsapp/burst/${conversation}`, 'burst', now(), BURST * EACH_MS);
      if (begins) await store.openWindow(counted, 'message', BURST, now() + BURST * EACH_MS);
      return (await store.spend(counted, now())) ? 0 : EACH_MS;
    },
    rests: async (conversation) => !(await hold.free(conversation)),
    tooMuch: (conversation) => hold.rest(conversation, EACH_MS),
  };
}
