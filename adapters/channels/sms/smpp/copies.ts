import { z } from 'zod';
import type { Instant } from '../../../../domain/ids.ts';
import type { ChannelStore } from '../../messaging/store.ts';
import { hash } from '../customers.ts';

/**
 * Messages have no ids in SMPP. On one connection an SMSC repeats at once what it thinks unanswered, while nobody reads an
 * answer and writes the same again as fast; on another connection it repeats what it has kept meanwhile.
 */
const SAME_SESSION_MS = 10_000;
const OTHER_SESSION_MS = 10 * 60_000;
const REMEMBERED = 5;

const seenSchema = z.array(z.object({ digest: z.string(), id: z.string(), at: z.number(), session: z.string() }));

interface Circumstances {
  readonly session: string;
  /** The SMSC gave it a reference of its own, which is in the content. */
  readonly isNamed: boolean;
}

/** The ids of messages by what they are: a copy has the id of the first. Lasts over restarts. */
export function createCopies(account: string, store: ChannelStore, now: () => Instant) {
  return async (sender: string, content: string, { session, isNamed }: Circumstances): Promise<string> => {
    const name = `sms-seen/${account}/${hash(sender)}`;
    const seen = seenSchema.parse(JSON.parse((await store.cursor(name)) ?? '[]'));
    const digest = hash(content);
    const at = now();
    const before = seen.find((each) => {
      const ms = each.session === session && !isNamed ? SAME_SESSION_MS : OTHER_SESSION_MS;
      return each.digest === digest && at - each.at < ms;
    });
    if (before) return before.id;
    const id = hash(JSON.stringify([sender, digest, at, session]));
    await store.saveCursor(name, JSON.stringify([{ digest, id, at, session }, ...seen].slice(0, REMEMBERED)));
    return id;
  };
}
