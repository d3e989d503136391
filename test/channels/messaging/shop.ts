import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountSettings } from '../../../adapters/channels/messaging/accounts.ts';
import { channelConversation } from '../../../adapters/channels/messaging/inbound.ts';
import type { Channel } from '../../../adapters/channels/messaging/port.ts';
import { type Messaging, startMessaging } from '../../../adapters/channels/messaging/start.ts';
import { SqliteConversations } from '../../../adapters/conversations/sqlite/sqliteConversations.ts';
import { createHttpServer } from '../../../adapters/http/server.ts';
import type { Books } from '../../../adapters/ledger/index.ts';
import { createUploads, type Uploads } from '../../../adapters/uploads/store.ts';
import type { Conversations } from '../../../bot/conversations.ts';
import type { Intake } from '../../../bot/intake.ts';
import { createRespond, type Respond } from '../../../bot/shouwenBot.ts';
import { Worker } from '../../../bot/worker.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import { manual, openAt, testSealer } from '../../contracts/ledgerFixtures.ts';
import { understand } from '../../support/understanding.ts';

export const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

/** The product's parts behind the channels, several instances over the same files. */
export interface Shop {
  readonly instances: readonly Instance[];
  readonly ledger: Books;
  readonly conversations: Conversations;
  readonly uploads: Uploads;
  /** Ids of the messages whose turns were committed, on any instance. */
  readonly worked: string[];
  /** What was said to be given up, or failed. */
  readonly faults: string[];
  readonly logged: string[];
  /** Customers' words on being written to. */
  readonly consents: { readonly source: string; readonly given: boolean }[];
  /** The stores answer nothing while this is true. */
  storesAway: boolean;
  conversation(source: string): ConversationId;
  close(): Promise<void>;
}
export interface Instance {
  readonly base: string;
  readonly messaging: Messaging;
  readonly intake: Intake;
}
export interface ShopOptions {
  readonly channel: Channel;
  readonly account: AccountSettings;
  readonly instances?: number;
  /** Further accounts of the channel. */
  readonly more?: readonly AccountSettings[];
  /** Answers in the real bot's place. */
  readonly respond?: (real: Respond) => Respond;
}

const skew = (() => {
  const morning = Date.parse(`${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T10:00:00+08:00`);
  return morning - Date.now();
})();
/** Now, moved to a time of the day at which the desk is open. */
export const shopNow = (): Instant => Date.now() + skew;
assert.ok(Math.abs(skew) < DAY_MS);

export async function openShop(options: ShopOptions): Promise<Shop> {
  const { channel, account } = options;
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-shop-'));
  const closing: (() => Promise<void>)[] = [];
  const logged: string[] = [];
  const write = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: write, warn: write, error: write };
  const uploads = createUploads({ folder: join(folder, 'uploads'), secret: 's', sealer: testSealer, now: Date.now });
  const common: Pick<Shop, 'worked' | 'faults'> & { consents: { source: string; given: boolean }[] } = {
    ...{ worked: [], faults: [], consents: [] },
  };

  async function openInstance() {
    const ledger = await openAt({ file: join(folder, 'ledger.db') });
    const conversations = new SqliteConversations({
      file: join(folder, 'conversations.db'),
      sealer: testSealer,
      idleDays: 30,
      onAppended: () => {},
    });
    const real = createRespond({ manual, ledger, understand, zone: ZONE });
    const server = createHttpServer({ log });
    const late: { messaging: Messaging | null } = { messaging: null };
    const worker = new Worker({
      conversations,
      respond: options.respond?.(real) ?? real,
      deliveryFor: () => late.messaging?.delivery,
      events: {
        answered(conversation, message, _result, replies) {
          common.worked.push(message.id);
          if (replies === 0) late.messaging?.silent(conversation);
        },
        failed: (_conversation, error) => common.faults.push(String(error)),
        undeliverable: (conversation) => common.faults.push(`undeliverable: ${conversation}`),
        future: () => common.faults.push('future'),
      },
      zone: ZONE,
      backoffMs: 10,
    });
    const intake: Intake = async (conversation, inbound, shown) => {
      if (shop.storesAway) throw new Error('the stores are away');
      await conversations.markDelivered(conversation, 0);
      const accepted = await conversations.accept(conversation, inbound, shown);
      if (accepted.kind !== 'full') worker.poke(conversation);
      return accepted;
    };
    const messaging = await startMessaging([channel], [account, ...(options.more ?? [])], {
      ...{ server, store: ledger.channelStore, uploads, log, now: shopNow, intake },
      customers: ledger.customers,
      consent: async ({ source, given }) => void common.consents.push({ source, given }),
    });
    late.messaging = messaging;
    const { port } = await server.listen(0, '127.0.0.1');
    worker.start();
    closing.push(async () => {
      await messaging.stop();
      await server.close(200);
      await worker.stop();
      await conversations.close();
      await ledger.close();
    });
    return { instance: { base: `http://127.0.0.1:${port}`, messaging, intake }, ledger, conversations };
  }

  const first = await openInstance();
  const { ledger, conversations } = first;
  const opened = [first];
  while (opened.length < (options.instances ?? 1)) opened.push(await openInstance());
  const shop: Shop = {
    ...common,
    ...{ instances: opened.map(({ instance }) => instance), ledger, conversations, uploads, logged, storesAway: false },
    conversation: (source) => channelConversation(channel.name, account.account, source),
    async close() {
      await Promise.all(closing.map((close) => close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
  return shop;
}
