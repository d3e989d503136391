import type { LogEntry } from '../../../bot/conversations.ts';
import type { Delivered, Delivery } from '../../../bot/delivery.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { Log } from '../../http/log.ts';
import { goOnBefore, withGoOn } from './goOn.ts';
import { atMost } from './inFlight.ts';
import type { ChannelAccount, Outgoing, Sent } from './port.ts';
import { type Rendered, renderTurn } from './render.ts';
import { createRests } from './rest.ts';
import type { ChannelStore } from './store.ts';

export interface MessagingDeps {
  /** The running account, or null when it is no longer set up. */
  readonly accountOf: (channel: string, account: string) => ChannelAccount | null;
  readonly store: ChannelStore;
  readonly log: Log;
  readonly now: () => Instant;
}

const TOLD_MOST = 1000;

/** Messages of an account on their way at once, from this instance. */
const IN_FLIGHT = 32;

/** Whom the messages of a turn are for. */
interface Line {
  readonly account: ChannelAccount;
  readonly to: string;
  readonly conversation: ConversationId;
  /** The language of the turn's last words. */
  readonly locale: string | undefined;
}

/**
 * Sends what the log holds for a customer of a messaging channel: turn by turn, rendered for its caps, within its quota,
 * each message at most once where the platform does not tell repeats apart. What the quota stops waits for the customer,
 * and what the platform wants rest before waits as long.
 */
export function createMessagingDelivery({ accountOf, store, log, now }: MessagingDeps): Delivery {
  const rests = createRests(store, now);
  const gates = new WeakMap<ChannelAccount, ReturnType<typeof atMost>>();
  /** Messages that wait, and were told of. */
  const told = new Set<string>();

  function gateOf(account: ChannelAccount): ReturnType<typeof atMost> {
    const gate = gates.get(account) ?? atMost(IN_FLIGHT);
    gates.set(account, gate);
    return gate;
  }

  /** `more`: later turns have something to say as well. */
  async function deliver(line: Line, rendered: Rendered, more: boolean): Promise<Delivered> {
    const { messages, menu } = rendered;
    if (messages.length === 0) return 'sent';
    await store.saveMenu(line.conversation, menu, now());
    if (await answered(line, rendered)) return 'sent';
    const afterMs = await rests.left(line.conversation);
    if (afterMs > 0) return { kind: 'later', afterMs };
    for (const [index, message] of messages.entries()) {
      const outcome = await gateOf(line.account)(() => send(line, message, more || index < messages.length - 1));
      if (outcome !== 'sent') return outcome;
    }
    return 'sent';
  }

  /** As the response to the webhook that is still open: costs no quota. */
  async function answered({ account, to }: Line, { messages }: Rendered): Promise<boolean> {
    const [only] = messages;
    if (account.answerInline === undefined || only === undefined || only.media !== undefined) return false;
    if (only.actions.length > 0 || messages.length > 1) return false;
    if (!(await store.attempt(only.id, now()))) return true;
    if (await account.answerInline(to, only)) return true;
    await store.unattempt(only.id);
    return false;
  }

  async function send(line: Line, message: Outgoing, more: boolean): Promise<Delivered> {
    const { account, to, conversation, locale } = line;
    if (!(await store.attempt(message.id, now(), account.knowsRepeats))) return 'sent';
    const fitting = more && (await isLast(line)) ? withGoOn(message, locale, account.caps) : message;
    if (fitting === null) {
      await store.unattempt(message.id);
      const said = await send(line, goOnBefore(message, locale), false);
      if (said !== 'sent') return said;
      tellWaiting(account, message);
      return 'waits';
    }
    const open = account.caps.windows === undefined || (await store.spend(conversation, now()));
    const sent = await (open ? account.send(to, fitting) : account.sendPrepared?.(to, fitting));
    if (sent === undefined) {
      await store.unattempt(message.id);
      tellWaiting(account, message);
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
    return notSent(sent, line, message);
  }

  /** Once: it is tried again and again. */
  function tellWaiting({ channel, account }: ChannelAccount, { id }: Outgoing): void {
    if (told.has(id)) return;
    if (told.size >= TOLD_MOST) told.clear();
    told.add(id);
    log.info({ channel, account, code: 'quota' }, 'a message waits until the customer writes');
  }

  /** Whether the platform takes one more message, and then none until the customer writes. */
  async function isLast({ account: { caps }, conversation }: Line): Promise<boolean> {
    return caps.windows !== undefined && (await store.window(conversation, now()))?.left === 1;
  }

  async function notSent(
    sent: Exclude<Sent, { kind: 'sent' }>,
    { account: { caps }, conversation }: Line,
    { id }: Outgoing,
  ): Promise<Delivered> {
    switch (sent.kind) {
      case 'later':
        // a message that may have been taken is not sent again: better once too few than twice
        if (sent.maybe === true) return 'sent';
        await store.unattempt(id);
        if (caps.windows !== undefined) await store.refund(conversation, now());
        return sent.afterMs === undefined
          ? 'later'
          : { kind: 'later', afterMs: await rests.begin(conversation, sent.afterMs) };
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
      const id = conversation.id as ConversationId;
      try {
        const said = turns(entries).map((turn) => ({ turn, rendered: renderTurn(id, turn, account.caps) }));
        for (const [index, { turn, rendered }] of said.entries()) {
          const line = { account, to: from.id, conversation: id, locale: turn.at(-1)?.activity.locale };
          const more = said.slice(index + 1).some((later) => later.rendered.messages.length > 0);
          const outcome = await deliver(line, rendered, more);
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
