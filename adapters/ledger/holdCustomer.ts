import type { CustomerId } from '../../domain/ids.ts';
import { UnknownCustomer } from './errors.ts';
import type { Store, Tx } from './store.ts';

/** Writers of one customer come one after the other. */
export async function holdCustomer(store: Store, tx: Tx, customer: CustomerId): Promise<void> {
  const row = await tx
    .selectFrom('customers')
    .select('id')
    .where('id', '=', customer)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) throw new UnknownCustomer();
}
