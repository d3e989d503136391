import { z } from 'zod';
import type { Instant } from '../../../../domain/ids.ts';
import type { ChannelStore } from '../../messaging/store.ts';
import { hash } from '../customers.ts';
import type { Part } from './body.ts';

/** How long the parts of a message may take; what is not whole by then never will be. */
export const PARTS_MS = 10 * 60_000;
/** Far more than anybody types. */
const PARTS_MOST = 40;

const keptSchema = z.object({
  reference: z.int(),
  total: z.int(),
  text: z.string(),
  /** When it came first. */
  since: z.number(),
  /** `done`: its message was taken. `again`: and the part came once more, as a copy or as part of another message. */
  state: z.enum(['waits', 'done', 'again']),
});
type Kept = z.infer<typeof keptSchema>;

export interface Assembly {
  /** The whole text once all parts are there; null while some are missing. */
  add(sender: string, part: Part, text: string): Promise<{ readonly id: string; readonly text: string } | null>;
  /** The message is taken: its parts, coming again, are not the parts of another one. */
  done(sender: string, part: Part): Promise<void>;
}

/**
 * Puts incoming parts together. They lie sealed in the store, which all instances share, in a few places for each sender:
 * what is too old does not count, and the next message takes its place.
 */
export function createAssembly(account: string, store: ChannelStore, now: () => Instant): Assembly {
  const place = (sender: string, { reference }: Part, number: number) =>
    `sms-part/${account}/${hash(sender)}/${reference % 4}/${number}`;

  async function keptOf(sender: string, part: Part): Promise<readonly (Kept | null)[]> {
    const numbers = Array.from({ length: part.total }, (_, index) => index + 1);
    return Promise.all(
      numbers.map(async (number) => {
        const token = await store.token(place(sender, part, number), now(), 0);
        const kept = token === null ? undefined : keptSchema.safeParse(JSON.parse(token.value)).data;
        return kept && kept.reference === part.reference && kept.total === part.total ? kept : null;
      }),
    );
  }

  const keep = (sender: string, part: Part, number: number, kept: Kept) =>
    store.saveToken(place(sender, part, number), JSON.stringify(kept), now() + PARTS_MS);

  /** A part that is new belongs to a message that is: of the one before, what came again may be part of it. */
  async function begin(sender: string, part: Part, kept: readonly (Kept | null)[]): Promise<void> {
    for (const [index, each] of kept.entries()) {
      if (each?.state === 'again') await keep(sender, part, index + 1, { ...each, state: 'waits' });
      if (each?.state === 'done') await keep(sender, part, index + 1, { ...each, total: 0 });
    }
  }

  return {
    async add(sender, part, text) {
      const { reference, total, number } = part;
      if (total > PARTS_MOST) return null;
      const kept = await keptOf(sender, part);
      const before = kept[number - 1];
      if (before && before.state !== 'waits' && before.text === text) {
        await keep(sender, part, number, { ...before, state: 'again' });
        return null;
      }
      await begin(sender, part, kept);
      const since = before?.text === text ? before.since : now();
      await keep(sender, part, number, { reference, total, text, since, state: 'waits' });
      const waiting = (await keptOf(sender, part)).flatMap((each) => (each?.state === 'waits' ? [each] : []));
      if (waiting.length < total) return null;
      const texts = waiting.map((each) => each.text);
      const begun = Math.min(...waiting.map((each) => each.since));
      return { id: hash(JSON.stringify([sender, reference, begun, texts])), text: texts.join('') };
    },
    async done(sender, part) {
      for (const [index, kept] of (await keptOf(sender, part)).entries()) {
        if (kept) await keep(sender, part, index + 1, { ...kept, state: 'done' });
      }
    },
  };
}
