import type { Note, Notes } from '../../domain/desk/handoffs.ts';
import { addDeskEvent } from './deskEventRows.ts';
import { noteText } from './personal.ts';
import type { Tables } from './schema.ts';
import { inTransaction, type Store } from './store.ts';

/** Ids are of the author's console, so that nobody can ask for the note of another by its id. */
const recordOf = ({ conversation, by, id }: Pick<Note, 'conversation' | 'by' | 'id'>): string =>
  JSON.stringify([conversation, by, id]);

/** The port `Notes` in SQL. */
export function notes(store: Store): Notes {
  return {
    add: (note, at) =>
      inTransaction(store, async (tx) => {
        const { conversation, by, id, kind } = note;
        const mine = await tx
          .insertInto('notes')
          .values({ conversation, by, id, at, kind, text: noteText.seal(store.sealer, recordOf(note), note.text) })
          .onConflict((conflict) => conflict.columns(['conversation', 'by', 'id']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (mine === undefined) {
          const first = await tx
            .selectFrom('notes')
            .selectAll()
            .where('conversation', '=', conversation)
            .where('by', '=', by)
            .where('id', '=', id)
            .executeTakeFirstOrThrow();
          return readNote(store, first);
        }
        const open = await tx
          .selectFrom('handoffs')
          .select('id')
          .where('conversation', '=', conversation)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        const event = { kind: 'note', handoff: open?.id ?? null, conversation, by, data: { id } } as const;
        await addDeskEvent(store, tx, event, `note:${recordOf(note)}`, at);
        return { ...note, at };
      }),
    async of(conversation) {
      const rows = await store.db
        .selectFrom('notes')
        .selectAll()
        .where('conversation', '=', conversation)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map((row) => readNote(store, row));
    },
  };
}

function readNote(store: Store, row: Tables['notes']): Note {
  const { conversation, by, id, at, kind } = row;
  return { id, conversation, by, at, kind, text: noteText.open(store.sealer, recordOf(row), row.text) };
}
