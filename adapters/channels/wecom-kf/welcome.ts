import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { ChannelStore } from '../messaging/store.ts';

/** What may be done to greet a customer who has just come in. `told`: this very message was tried as the greeting before. */
export type Welcome =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'told' };

/** Codes that let a customer who enters be greeted once, within seconds, before they wrote anything. */
export interface Welcomes {
  /** No effect for a copy of the news that brought the code, also when it was used by then. */
  keep(conversation: ConversationId, code: string, until: Instant): Promise<void>;
  /** Takes the code for a message before it is tried: after a crash nobody knows whether the platform took it. */
  take(conversation: ConversationId, msgid: string): Promise<Welcome>;
  /** It was surely not used, and may be tried again. */
  giveBack(conversation: ConversationId): Promise<void>;
  /** It is of no use; the message that tried it goes another way. */
  spoil(conversation: ConversationId): Promise<void>;
}

/** Before what it was used for, and the code. */
const USED = 'used';

export function createWelcomes(store: Pick<ChannelStore, 'token' | 'saveToken'>, now: () => Instant): Welcomes {
  const name = (conversation: ConversationId) => `welcome/${conversation}`;
  const stored = (conversation: ConversationId) => store.token(name(conversation), now(), 0);
  const codeIn = (value: string) => value.split(' ').at(-1) ?? '';

  async function set(conversation: ConversationId, value: (code: string) => string): Promise<void> {
    const known = await stored(conversation);
    if (known) await store.saveToken(name(conversation), value(codeIn(known.value)), known.until);
  }

  return {
    async keep(conversation, code, until) {
      const before = await stored(conversation);
      if (before === null || codeIn(before.value) !== code) await store.saveToken(name(conversation), code, until);
    },
    async take(conversation, msgid) {
      const known = await stored(conversation);
      if (known === null) return { kind: 'none' };
      const [used, by] = known.value.split(' ');
      if (used === USED) return { kind: by === msgid ? 'told' : 'none' };
      await set(conversation, (code) => `${USED} ${msgid} ${code}`);
      return { kind: 'code', code: known.value };
    },
    giveBack: (conversation) => set(conversation, (code) => code),
    spoil: (conversation) => set(conversation, (code) => `${USED} - ${code}`),
  };
}
