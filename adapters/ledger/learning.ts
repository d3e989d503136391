import { z } from 'zod';
import type { CustomerId } from '../../domain/ids.ts';
import { INTENTS, type Intent } from '../../domain/labels.ts';
import type { LessonKind, OpenWording, Utterances } from '../../domain/learning.ts';
import { normalise } from '../../nlu/text/normalise.ts';
import { newestConsents } from './customers.ts';
import { holdCustomer } from './holdCustomer.ts';
import { utteranceText } from './personal.ts';
import { inTransaction, type Reader, type Store } from './store.ts';

/** Base64 characters of the keyed hash that name a wording: 96 bits, so that two never meet. */
const WORDING_LENGTH = 16;
const rankedShape = z.array(z.enum(INTENTS));

/** The port `Utterances` in SQL. */
export function learning(store: Store): Utterances {
  return {
    async keep({ customer, channel, text, language, kind, intent, ranked }, key, at) {
      // Most customers have not agreed: they cost no write transaction.
      if (!(await agreed(store.db, customer, channel))) return 'notAgreed';
      const wording = wordingOf(store, text);
      return inTransaction(store, async (tx) => {
        await holdCustomer(store, tx, customer);
        if (!(await agreed(tx, customer, channel))) return 'notAgreed';
        const settled = await tx
          .selectFrom('settled_wordings')
          .select('wording')
          .where('wording', '=', wording)
          .executeTakeFirst();
        if (settled !== undefined) return 'settledBefore';
        const learnt = { kind, intent, ranked: JSON.stringify(ranked) };
        const sealed = utteranceText.seal(store.sealer, key, text);
        await tx
          .insertInto('utterances')
          .values({ id: key, wording, customer, language, ...learnt, text: sealed, at })
          .onConflict((conflict) =>
            kind === 'abstained' ? conflict.column('id').doNothing() : conflict.column('id').doUpdateSet(learnt),
          )
          .execute();
        return 'kept';
      });
    },
    async list(limit) {
      const rows = await store.db
        .selectFrom('utterances')
        .select(({ fn }) => ['wording', fn.countAll<number>().as('count'), fn.max('at').as('last')])
        .groupBy('wording')
        .orderBy('count', 'desc')
        .orderBy('last', 'desc')
        .orderBy('wording')
        .limit(limit)
        .execute();
      const found = await Promise.all(rows.map(({ wording }) => openWording(store, wording)));
      return found.filter((one) => one !== null);
    },
    find: (id) => openWording(store, id),
    settle: (id, at) =>
      inTransaction(store, async (tx) => {
        const removed = await tx.deleteFrom('utterances').where('wording', '=', id).executeTakeFirst();
        if (removed.numDeletedRows === 0n) return false;
        await tx
          .insertInto('settled_wordings')
          .values({ wording: id, at })
          .onConflict((conflict) => conflict.column('wording').doUpdateSet({ at }))
          .execute();
        return true;
      }),
    expire: (before) =>
      inTransaction(store, async (tx) => {
        const removed = await tx.deleteFrom('utterances').where('at', '<', before).executeTakeFirst();
        await tx.deleteFrom('settled_wordings').where('at', '<', before).execute();
        return Number(removed.numDeletedRows);
      }),
  };
}

/** Script, width, case and blanks do not make another wording. */
function wordingOf(store: Store, text: string): string {
  const hash = store.blindIndex(`utterance\0${normalise(text)}`);
  return hash.slice(0, WORDING_LENGTH).replaceAll('+', '-').replaceAll('/', '_');
}

async function agreed(db: Reader, customer: CustomerId, channel: string): Promise<boolean> {
  const consents = await newestConsents(db, customer);
  return consents.some((c) => c.purpose === 'improvement' && c.channel === channel && c.given);
}

async function openWording(store: Store, wording: string): Promise<OpenWording | null> {
  const of = store.db.selectFrom('utterances').where('wording', '=', wording);
  const newest = await of.selectAll().orderBy('at', 'desc').orderBy('id').limit(1).executeTakeFirst();
  if (newest === undefined) return null;
  const counts = await of
    .select(({ fn }) => ['kind', 'intent', fn.countAll<number>().as('count')])
    .groupBy(['kind', 'intent'])
    .execute();
  const kinds: Partial<Record<LessonKind, number>> = {};
  const chosen: Partial<Record<Intent, number>> = {};
  for (const { kind, intent, count } of counts) {
    kinds[kind] = (kinds[kind] ?? 0) + count;
    if (intent !== null) chosen[intent] = (chosen[intent] ?? 0) + count;
  }
  return {
    id: wording,
    text: utteranceText.open(store.sealer, newest.id, newest.text),
    language: newest.language,
    count: counts.reduce((sum, one) => sum + one.count, 0),
    kinds,
    chosen,
    ranked: rankedShape.parse(JSON.parse(newest.ranked)),
    lastAt: newest.at,
  };
}
