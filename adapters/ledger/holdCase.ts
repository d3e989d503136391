import type { CaseNumber } from '../../domain/ids.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';

/** The row of a case, held until the transaction ends: writers of one case come one after the other. */
export function holdCase(store: Store, tx: Tx, number: CaseNumber): Promise<Tables['cases'] | undefined> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('number', '=', number)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}
