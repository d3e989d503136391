import type { Instant } from '../../../domain/ids.ts';
import type { ChannelHost } from '../messaging/port.ts';
import type { Client } from '../tencent/client.ts';
import { type KfItem, readPage } from './page.ts';

/** Messages in one answer of the platform, which takes up to 1000. */
const PAGE = 100;
const PAGE_CHARACTERS = 8 * 1024 * 1024;
/** What was written so long before the first start is answered all the same: clocks differ. */
const CLOCKS_MS = 60_000;

export interface SyncDeps {
  readonly host: Pick<ChannelHost, 'store' | 'log'>;
  readonly account: string;
  readonly client: Client;
  /** When this process began. */
  readonly since: Instant;
  readonly take: (openKfId: string, items: readonly KfItem[]) => Promise<void>;
}

/**
 * Reads what is new of an account of customer service, page by page, to the end. A page's cursor is stored after all of
 * the page was: whoever is killed between reads it again, and copies are told by their ids. Of the time before the very
 * first start nothing is taken: without a cursor the platform begins with days that others answered. False when the end
 * was not reached.
 */
export async function sync(
  { host: { store, log }, account, client, since, take }: SyncDeps,
  name: string,
  openKfId: string,
  token: string | undefined,
  stillHeld: () => Promise<boolean>,
): Promise<boolean> {
  const facts = { channel: 'wecom-kf', account };
  const begun = await firstStart();
  const isNew = ({ send_time }: KfItem) => send_time === undefined || send_time * 1000 >= begun - CLOCKS_MS;
  let cursor = await store.cursor(name);
  for (;;) {
    const called = await client.post(
      'kf/sync_msg',
      {
        ...(cursor === null ? {} : { cursor }),
        ...(token === undefined ? {} : { token }),
        ...{ limit: PAGE, voice_format: 0, open_kfid: openKfId },
      },
      { mostCharacters: PAGE_CHARACTERS },
    );
    const page = called.kind === 'ok' ? readPage(called.body) : null;
    if (page === null) {
      log.warn({ ...facts, code: called.kind === 'ok' ? 'no-page' : called.code }, 'messages could not be read');
      return false;
    }
    if (page.dropped > 0) log.warn({ ...facts, dropped: page.dropped }, 'messages that nobody can read');
    await take(openKfId, page.items.filter(isNew));
    // another instance reads by now, and keeps the cursor
    if (!(await stillHeld())) return false;
    const moved = page.next !== '' && page.next !== cursor;
    if (moved) await store.saveCursor(name, page.next);
    if (!page.more) return true;
    if (!moved) {
      log.error(facts, 'the platform has more messages, and gives no cursor to them');
      return false;
    }
    cursor = page.next;
  }

  async function firstStart(): Promise<Instant> {
    const known = await store.cursor(`${name}/begun`);
    if (known !== null) return Number(known);
    await store.saveCursor(`${name}/begun`, String(since));
    return since;
  }
}
