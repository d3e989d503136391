import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { ChannelHost } from '../messaging/port.ts';
import { WINDOW_MS } from './caps.ts';
import type { KfEvent } from './page.ts';

/** More than 48 hours, or five messages, after the customer's. */
const OVER = new Set([4, 6]);
const REFUSED_BY_CUSTOMER = 10;
/** The account was deleted, the app closed, the corporation is not verified, or nobody of it is logged in. */
const ALARMING = new Set([1, 2, 8, 11]);
/** Far more than a window holds. */
const MOST_LEFT = 20;

/** Notes that a message the platform took did not arrive. `refused`: the customer does not want to be written to. */
export async function noteFailure(
  host: Pick<ChannelHost, 'store' | 'log' | 'now'>,
  account: string,
  conversation: ConversationId,
  { fail_msgid, fail_type = 0 }: KfEvent,
  at: Instant,
): Promise<'refused' | 'noted'> {
  const { store, log, now } = host;
  const facts = { channel: 'wecom-kf', account, code: fail_type };
  if (ALARMING.has(fail_type)) log.error(facts, 'the platform refuses the settings of the account');
  else log.warn(facts, 'a message did not arrive');
  if (fail_msgid !== undefined) await store.receipt(fail_msgid, 'failed', at);
  const refused = fail_type === REFUSED_BY_CUSTOMER;
  if (refused || OVER.has(fail_type)) await close();
  return refused ? 'refused' : 'noted';

  /** The platform counts otherwise than we do: nothing more until the customer writes, unless they did since. */
  async function close() {
    const open = await store.window(conversation, now());
    if (open === null || open.until - WINDOW_MS > at) return;
    for (let left = MOST_LEFT; left > 0 && (await store.spend(conversation, now())); left--);
  }
}
