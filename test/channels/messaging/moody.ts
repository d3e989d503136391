import { createMessagingDelivery } from '../../../adapters/channels/messaging/delivery.ts';
import type { ChannelAccount, Outgoing, Sent } from '../../../adapters/channels/messaging/port.ts';
import type { LogEntry } from '../../../bot/conversations.ts';
import type { Delivered } from '../../../bot/delivery.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { openAt } from '../../contracts/ledgerFixtures.ts';
import { someCaps } from './someCaps.ts';

export const HERE = 'wechat-x' as ConversationId;
const REFERENCE = { channelId: 'wechat', from: { id: 'o1' }, recipient: { id: 'main' }, conversation: { id: HERE } };

/** A platform that answers as it is told, and what reached it; `instances` deliver over one store. */
export async function openMoody(over: Partial<ChannelAccount> = {}) {
  const ledger = await openAt({ file: ':memory:' });
  const store = ledger.channelStore;
  const logged: string[] = [];
  const moody = {
    store,
    logged,
    /** Messages that were taken. */
    taken: [] as Outgoing[],
    calls: 0,
    now: Date.parse('2026-11-21T10:00:00+08:00'),
    /** What the platform says to the next ones. */
    moods: [] as Sent[],
    /** Another instance of the product. */
    instance() {
      const write = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
      const delivery = createMessagingDelivery({
        accountOf: () => account,
        store,
        log: { info: write, warn: write, error: write },
        now: () => moody.now,
      });
      return (entries: readonly LogEntry[]): Promise<Delivered> => delivery.deliver(REFERENCE, entries);
    },
    close: () => ledger.close(),
  };
  const account: ChannelAccount = {
    ...{ channel: 'wechat', account: 'main', caps: someCaps(), stop: async () => {} },
    async send(_to, message) {
      moody.calls += 1;
      const sent = moody.moods.shift() ?? { kind: 'sent' };
      if (sent.kind === 'sent') moody.taken.push(message);
      return sent;
    },
    ...over,
  };
  return moody;
}
export type Moody = Awaited<ReturnType<typeof openMoody>>;

/** What the bot said in a turn of its own. */
export function said(position: number, activity: Partial<LogEntry['activity']>): LogEntry {
  const from = { id: 'shouwen', role: 'bot' } as const;
  return { position, activity: { type: 'message', from, timestamp: `t${position}`, ...activity } };
}
