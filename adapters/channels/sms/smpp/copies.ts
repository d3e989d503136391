import { z } from 'zod';
import type { Instant } from '../../../../domain/ids.ts';
import type { ChannelStore } from '../../messaging/store.ts';
import { hash } from '../customers.ts';
import type { Answered } from './answered.ts';

/**
 * Messages have no ids in SMPP. On one connection an SMSC repeats at once what it thinks unanswered; on another connection it
 * repeats what it has kept meanwhile. Once it took our words to the customer it had our answer to theirs, which stands before
 * them on the line: the same again is then another message, as a second 5 in a survey.
 */
const SAME_SESSION_MS = 10_000;
const OTHER_SESSION_MS = 10 * 60_000;
const REMEMBERED = 5;

const seenSchema = z.array(z.object({ digest: z.string(), id: z.string(), at: z.number(), session: z.string() }));

interface Circumstances {
  readonly session: string;
  /** The SMSC gave it a reference of its own, which is in the content. */
  readonly isNamed: boolean;
  /** When it came. */
  readonly arrivedAt: Instant;
}

/** The ids of messages by what they are: a copy has the id of the first. Lasts over restarts, and no longer than copies come. */
export function createCopies(account: string, store: ChannelStore, answered: Answered, now: () => Instant) {
  return async (sender: string, content: string, { session, isNamed, arrivedAt }: Circumstances): Promise<string> => {
    const name = `sms-seen/${account}/${hash(sender)}`;
    const at = now();
    const kept = await store.token(name, at, 0);
    const seen = kept === null ? [] : seenSchema.parse(JSON.parse(kept.value));
    const digest = hash(content);
    const before = seen.find((each) => {
      const ms = each.session === session && !isNamed ? SAME_SESSION_MS : OTHER_SESSION_MS;
      if (!isNamed && answered.between(sender, each.at, arrivedAt)) return false;
      return each.digest === digest && at - each.at < ms;
    });
    if (before) return before.id;
    const id = hash(JSON.stringify([sender, digest, at, session]));
    const remembered = [{ digest, id, at, session }, ...seen].slice(0, REMEMBERED);
    await store.saveToken(name, JSON.stringify(remembered), at + OTHER_SESSION_MS);
    return id;
  };
}
