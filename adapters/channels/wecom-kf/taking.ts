import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../../domain/ids.ts';
import type { ChannelHost, ChannelMessage } from '../messaging/port.ts';
import { sentAt } from '../messaging/sentAt.ts';
import type { Client } from '../tencent/client.ts';
import { fetchMedia } from '../tencent/media.ts';
import { sourceOf } from './address.ts';
import { WELCOME_MS } from './caps.ts';
import { noteFailure } from './failures.ts';
import { meaningOf } from './meaning.ts';
import { customerOf, idOf, type KfItem } from './page.ts';
import type { Sessions } from './sessions.ts';
import type { Welcomes } from './welcome.ts';

const CUSTOMER = 3;
/** Customers whose messages are taken at the same time. */
const AT_ONCE = 8;
/** A customer's inbox that is full is tried again, so often and so far apart; the others do not wait for it longer. */
const FULL_TRIES = 4;
const FULL_MS = 250;

export interface TakingDeps {
  readonly host: ChannelHost;
  readonly account: string;
  readonly client: Client;
  readonly sessions: Sessions;
  readonly welcomes: Welcomes;
}

/** Takes what one page brought, each customer's in order. Rejects when anything may not have been stored. */
export function createTaking({ host, account, client, sessions, welcomes }: TakingDeps) {
  const facts = { channel: 'wecom-kf', account };

  async function receive(message: ChannelMessage) {
    for (let tries = 1; ; tries++) {
      const received = await host.receive(account, message);
      if (received !== 'full' || tries === FULL_TRIES) return received;
      await sleep(FULL_MS);
    }
  }

  async function takeMessage(item: KfItem, source: string, at: Instant): Promise<void> {
    const meaning = meaningOf(item);
    if (meaning === null) return;
    const { media, text, ...rest } = meaning;
    const conversation = host.conversation(account, source);
    const file = media && (await fetchMedia(client, host.uploads, conversation, media.id, media.wanted));
    const received = await receive({
      ...rest,
      ...{ source, id: idOf(item), at },
      text: file ? '' : text,
      files: file ? [file.file] : [],
    });
    if (received !== 'accepted' && file) await host.uploads.discard(file.id);
    if (received === 'full') host.log.warn(facts, 'a message was dropped: too many of this customer wait');
  }

  async function takeEvent(item: KfItem, source: string, at: Instant): Promise<void> {
    const { event } = item;
    const conversation = host.conversation(account, source);
    const happened = { source, id: idOf(item), at, text: '', files: [] };
    if (event?.event_type === 'enter_session' && event.welcome_code !== undefined) {
      const until = at + WELCOME_MS;
      // too late to greet: the customer is greeted when they write
      if (until <= host.now()) return;
      await welcomes.keep(conversation, event.welcome_code, until);
      await receive({ ...happened, kind: 'arrival', trigger: 'subscribe' });
    }
    if (event?.event_type === 'msg_send_fail') {
      const noted = await noteFailure(host, account, conversation, event, at);
      if (noted === 'refused') await receive({ ...happened, kind: 'departure', trigger: 'message', consent: false });
    }
  }

  async function takeOf(openKfId: string, externalUserId: string, items: readonly KfItem[]): Promise<void> {
    const address = { openKfId, externalUserId };
    const source = sourceOf(address);
    let ours: boolean | null = null;
    for (const item of items) {
      const at = item.send_time === undefined ? host.now() : sentAt(item.send_time, host.now());
      // also of the platform's news that somebody else has the customer, or has them no more
      if (item.event !== undefined) ours = null;
      if (item.event !== undefined) await takeEvent(item, source, at);
      else if (item.origin === CUSTOMER) {
        ours ??= await sessions.isOurs(address);
        // messages of one second each give their quota: told apart by when they are read
        if (ours) await takeMessage(item, source, Math.min(host.now(), at + 999));
      }
    }
  }

  return async (openKfId: string, items: readonly KfItem[]): Promise<void> => {
    const taken = items.filter(({ msgid }) => msgid === undefined || !recalled(items).has(msgid));
    const groups = [...Map.groupBy(taken, customerOf)];
    for (let from = 0; from < groups.length; from += AT_ONCE) {
      const some = groups.slice(from, from + AT_ONCE);
      const outcomes = await Promise.allSettled(
        some.map(([customer, theirs]) => (customer === null ? null : takeOf(openKfId, customer, theirs))),
      );
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason;
    }
  };
}

/** Messages that customers took back before we read them. */
function recalled(items: readonly KfItem[]): ReadonlySet<string> {
  const events = items.flatMap(({ event }) => (event?.event_type === 'user_recall_msg' ? [event.recall_msgid] : []));
  return new Set(events.filter((id) => id !== undefined));
}
