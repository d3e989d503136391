import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { channelConversation } from '../../../adapters/channels/messaging/inbound.ts';
import type {
  Channel,
  ChannelAccount,
  ChannelHost,
  ChannelMessage,
} from '../../../adapters/channels/messaging/port.ts';
import { createHttpServer } from '../../../adapters/http/server.ts';
import { createUploads } from '../../../adapters/uploads/store.ts';
import { openAt, testSealer } from '../../contracts/ledgerFixtures.ts';

/** An account of a channel on a real store, and what it received. */
export interface Line {
  readonly account: ChannelAccount;
  readonly base: string;
  readonly received: ChannelMessage[];
  readonly logged: string[];
}
export interface Office {
  /** Another instance of the product, over the same store. */
  line(channel: Channel, settings: object): Promise<Line>;
  /** What is known of a sent message; null when nothing. */
  stateOf(platformId: string): string | null;
  /** The `n` of a query of the store. */
  count(query: string): number;
  /** Removes what is over. */
  expire(): Promise<void>;
  /** Milliseconds that the clock of all instances is ahead. */
  ahead: number;
  /** Receiving fails while this is true. */
  away: boolean;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-office-'));
  const file = join(folder, 'ledger.db');
  const closing: (() => Promise<void>)[] = [];
  const taken = new Set<string>();
  const now = () => Date.now() + office.ahead;
  const office: Office = {
    ...{ ahead: 0, away: false },
    async line(channel, settings) {
      const received: ChannelMessage[] = [];
      const logged: string[] = [];
      const write = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
      const log = { info: write, warn: write, error: write };
      const ledger = await openAt({ file });
      const server = createHttpServer({ log });
      const host: ChannelHost = {
        ...{ server, store: ledger.channelStore, log, now },
        uploads: createUploads({ folder: join(folder, 'uploads'), secret: 's', sealer: testSealer, now }),
        conversation: (account, source) => channelConversation(channel.name, account, source),
        async receive(_account, message) {
          if (office.away) throw new Error('away');
          if (taken.has(message.id)) return 'duplicate';
          taken.add(message.id);
          received.push(message);
          return 'accepted';
        },
      };
      const account = await channel.start(settings, host);
      const { port } = await server.listen(0, '127.0.0.1');
      closing.push(async () => {
        await account.stop();
        await server.close(100);
        await ledger.close();
      });
      return { account, base: `http://127.0.0.1:${port}`, received, logged };
    },
    stateOf(platformId) {
      const db = new DatabaseSync(file, { readOnly: true });
      const row = db.prepare('SELECT state FROM channel_sends WHERE platform_id = ?').get(platformId);
      db.close();
      return typeof row?.state === 'string' ? row.state : null;
    },
    count(query) {
      const db = new DatabaseSync(file, { readOnly: true });
      const row = db.prepare(query).get();
      db.close();
      return Number(row?.n);
    },
    async expire() {
      const ledger = await openAt({ file });
      await ledger.channelStore.expire(now());
      await ledger.close();
    },
    async close() {
      await Promise.all(closing.map((close) => close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return office;
}
