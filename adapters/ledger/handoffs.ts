import { z } from 'zod';
import type { Handoff } from '../../domain/desk/handoff.ts';
import type { Handoffs } from '../../domain/desk/handoffs.ts';
import { inOrder } from '../../domain/desk/queue.ts';
import type { ConversationId, CustomerId, StaffId } from '../../domain/ids.ts';
import { changeHandoff, ownerKey } from './changeHandoff.ts';
import { dataOf } from './deskEventRows.ts';
import { loadHandoff, ownerShape, readHandoff } from './handoffRows.ts';
import { noteAlive, noteSaid, noteSpoken } from './handoffSigns.ts';
import { type Operation, once } from './once.ts';
import { handoffAsOf, requestHandoff } from './requestHandoff.ts';
import { inTransaction, type Store } from './store.ts';

const REQUEST: Operation<z.infer<typeof handoffAsOf>> = { name: 'handoff.request', result: handoffAsOf };
const ownerNews = z.object({ command: z.string(), owner: ownerShape });

/** The port `Handoffs` in SQL. */
export function handoffs(store: Store): Handoffs {
  const all = () => store.db.selectFrom('handoffs').selectAll('handoffs');
  const open = () => all().where('ended_at', 'is', null);
  const endedOf = (of: { conversation: ConversationId } | { customer: string }) => {
    const mine =
      'conversation' in of
        ? all().where('conversation', '=', of.conversation)
        : all().where('customer', '=', of.customer as CustomerId);
    return mine.where('ended_at', 'is not', null).orderBy('ended_at', 'desc').orderBy('id');
  };
  const handledBy = (agent: StaffId) =>
    all()
      .innerJoin('handled', 'handled.handoff', 'handoffs.id')
      .where('handled.agent', '=', agent)
      .orderBy('handled.ended_at', 'desc')
      .orderBy('handled.handoff', 'desc');
  return {
    async request(draft, key, at) {
      const { id, epoch, owner } = await once(store, REQUEST, key, at, (tx) => requestHandoff(store, tx, draft, at));
      const found = await loadHandoff(store, store.db, id);
      if (found === null) throw new Error(`hand-off ${id} is written down as a result and missing`);
      return found.epoch === epoch ? found : { ...found, epoch, owner };
    },
    find: (id) => loadHandoff(store, store.db, id),
    async openOf(conversation) {
      const row = await open().where('conversation', '=', conversation).executeTakeFirst();
      return row === undefined ? null : readHandoff(store, row);
    },
    async open() {
      const found = (await open().execute()).map((row) => readHandoff(store, row));
      return [...inOrder(found), ...found.filter(isWithAgent).sort(byAcceptance)];
    },
    async past(of, limit) {
      const rows = await ('agent' in of ? handledBy(of.agent) : endedOf(of)).limit(limit).execute();
      return rows.map((row) => readHandoff(store, row));
    },
    change: (id, command, at) => inTransaction(store, (tx) => changeHandoff(store, tx, id, command, at)),
    said: (id, said, at) => inTransaction(store, (tx) => noteSaid(store, tx, id, said, at)),
    spoken: (id, language) => inTransaction(store, (tx) => noteSpoken(tx, id, language)),
    alive: (id, agent, at) => inTransaction(store, (tx) => noteAlive(tx, id, agent, at)),
    async news(id, epoch) {
      const event = await store.db
        .selectFrom('desk_events')
        .select(['key', 'data', 'sealed'])
        .where('key', '=', ownerKey(id, epoch))
        .executeTakeFirst();
      const handoff = event === undefined ? null : await loadHandoff(store, store.db, id);
      if (event === undefined || handoff === null) return null;
      return { handoff, ...ownerNews.parse(dataOf(store, event)) };
    },
    async handlingTimes(limit) {
      const rows = await store.db
        .selectFrom('handoffs')
        .select('handled_ms')
        .where('ended_at', 'is not', null)
        .where('handled_ms', 'is not', null)
        .orderBy('ended_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.handled_ms ?? 0);
    },
    async endedBetween(from, to) {
      const rows = await all()
        .where('requested_at', '>=', from)
        .where('requested_at', '<', to)
        .where('ended_at', 'is not', null)
        .orderBy('requested_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => readHandoff(store, row));
    },
  };
}

const acceptedAt = ({ owner }: Handoff) => (owner.kind === 'agent' ? owner.since : 0);
const isWithAgent = ({ owner }: Handoff) => owner.kind === 'agent';
const byAcceptance = (a: Handoff, b: Handoff) => acceptedAt(a) - acceptedAt(b) || (a.id < b.id ? -1 : 1);
