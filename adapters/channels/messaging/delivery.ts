import type { LogEntry } from '../../../bot/conversations.ts';
import type { Delivered, Delivery } from '../../../bot/delivery.ts';
import type { ConversationId, Instant, Language } from '../../../domain/ids.ts';
import type { Log } from '../../http/log.ts';
import type { ChannelAccount, Outgoing, Sent } from './port.ts';
import { type Rendered, renderTurn } from './render.ts';
import { cut } from './split.ts';
import type { ChannelStore } from './store.ts';

export interface MessagingDeps {
  /** The running account, or null when it is no longer set up. */
  readonly accountOf: (channel: string, account: string) => ChannelAccount | null;
  readonly store: ChannelStore;
  readonly log: Log;
  readonly now: () => Instant;
}

/** Told with the last message a platform lets us send before the customer writes again. */
const GO_ON: Readonly<Record<Language, string>> = {
  'zh-Hans': '（还有内容，回复任意文字即可继续）',
  'zh-Hant': '（還有內容，回覆任意文字即可繼續）',
  en: '(There is more: reply with anything to go on.)',
};

/**
 * Sends what the log holds for a customer of a messaging channel: turn by turn, rendered for its caps, within its quota,
 * each message at most once where the platform does not tell repeats apart. What the quota stops waits for the customer.
 */
export function createMessagingDelivery({ accountOf, store, log, now }: MessagingDeps): Delivery {
  async function deliver(account: ChannelAccount, to: string, conversation: ConversationId, turn: readonly LogEntry[]) {
    const rendered = renderTurn(conversation, turn, account.caps);
    if (rendered.messages.length === 0) return 'sent';
    await store.saveMenu(conversation, rendered.menu, now());
    const inline = await answered(account, to, rendered);
    for (const [index, message] of rendered.messages.entries()) {
      if (index === 0 && inline) continue;
      const more = index < rendered.messages.length - 1;
      const outcome = await send(account, to, conversation, await last(account, conversation, message, more, turn));
      if (outcome !== 'sent') return outcome;
    }
    return 'sent';
  }

  /** As the response to the webhook that is still open: costs no quota. */
  async function answered(account: ChannelAccount, to: string, { messages }: Rendered): Promise<boolean> {
    const [only] = messages;
    if (account.answerInline === undefined || only === undefined || only.media !== undefined) return false;
    if (only.actions.length > 0 || messages.length > 1) return false;
    if (!(await store.attempt(only.id, now()))) return true;
    if (await account.answerInline(to, only)) return true;
    await store.unattempt(only.id);
    return false;
  }

  async function last(
    { caps }: ChannelAccount,
    conversation: ConversationId,
    message: Outgoing,
    more: boolean,
    turn: readonly LogEntry[],
  ): Promise<Outgoing> {
    if (!more || caps.windows === undefined) return message;
    const open = await store.window(conversation, now());
    if (open?.left !== 1) return message;
    const language = turn.at(-1)?.activity.locale;
    const words = GO_ON[language === 'zh-Hant' || language === 'en' ? language : 'zh-Hans'];
    const room = caps.text.max - (caps.text.unit === 'bytes' ? Buffer.byteLength(words) : words.length) - 2;
    return { ...message, text: `${cut(message.text, room, caps.text.unit)}\n${words}` };
  }

  async function send(
    account: ChannelAccount,
    to: string,
    conversation: ConversationId,
    message: Outgoing,
  ): Promise<Delivered> {
    if (!(await store.attempt(message.id, now()))) return 'sent';
    const open = account.caps.windows === undefined || (await store.spend(conversation, now()));
    const sent = await (open ? account.send(to, message) : account.sendPrepared?.(to, message));
    if (sent === undefined) {
      await store.unattempt(message.id);
      return 'waits';
    }
    if (sent.kind === 'sent') {
      if (sent.platformId !== undefined) await store.sentAs(sent.platformId, message.id);
      return 'sent';
    }
    log.warn(
      { channel: account.channel, account: account.account, code: sent.code, outcome: sent.kind },
      'a message was not sent',
    );
    return notSent(sent, account, conversation, message);
  }

  async function notSent(
    sent: Exclude<Sent, { kind: 'sent' }>,
    { caps }: ChannelAccount,
    conversation: ConversationId,
    { id }: Outgoing,
  ): Promise<Delivered> {
    switch (sent.kind) {
      case 'later':
        // a message that may have been taken is not sent again: better once too few than twice
        if (sent.maybe === true) return 'sent';
        await store.unattempt(id);
        if (caps.windows !== undefined) await store.refund(conversation, now());
        return 'later';
      case 'closed':
        await store.unattempt(id);
        return 'waits';
      case 'unreachable':
        return 'never';
      case 'never':
        return 'sent';
    }
  }

  return {
    async deliver(reference, entries) {
      const { channelId = '', recipient, from, conversation } = reference;
      const account = accountOf(channelId, recipient?.id ?? '');
      if (account === null || from === undefined || conversation === undefined) return 'never';
      try {
        for (const turn of turns(entries)) {
          const outcome = await deliver(account, from.id, conversation.id as ConversationId, turn);
          if (outcome !== 'sent') return outcome;
        }
        return 'sent';
      } finally {
        account.settled?.(from.id);
      }
    },
  };
}

/** Replies of one turn were committed, and stamped, together. */
export function turns(entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const groups = Map.groupBy(entries, ({ activity }) => activity.timestamp ?? '');
  return [...groups.values()];
}
