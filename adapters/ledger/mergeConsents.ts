import type { CustomerId } from '../../domain/ids.ts';
import type { Tables } from './schema.ts';
import type { Tx } from './store.ts';

/**
 * Consents stay what they are: of a channel and a purpose. Where both gave one for the same, they are put in order of time,
 * and the newest counts.
 */
export async function mergeConsents(tx: Tx, former: CustomerId, customer: CustomerId): Promise<void> {
  const rows = await tx.selectFrom('consents').selectAll().where('customer', 'in', [former, customer]).execute();
  const groups = Map.groupBy(rows, ({ purpose, channel }) => `${purpose} ${channel}`);
  for (const group of groups.values()) {
    if (!group.some((row) => row.customer === former)) continue;
    await rewrite(tx, group, customer);
    const ofBoth = group.some((row) => row.customer === customer);
    if (ofBoth) await keepWithdrawn(tx, group, [former, customer]);
  }
}

function inOrder(group: readonly Tables['consents'][]) {
  return group.toSorted((one, other) => one.at - other.at || one.seq - other.seq);
}

async function rewrite(tx: Tx, group: readonly Tables['consents'][], customer: CustomerId): Promise<void> {
  for (const { customer: owner, purpose, channel, seq } of group)
    await tx
      .deleteFrom('consents')
      .where('customer', '=', owner)
      .where('purpose', '=', purpose)
      .where('channel', '=', channel)
      .where('seq', '=', seq)
      .execute();
  const rows = inOrder(group).map((row, index) => ({ ...row, customer, seq: index + 1 }));
  await tx.insertInto('consents').values(rows).execute();
}

/** What the one took back later, the other's wordings may not outlive. */
async function keepWithdrawn(tx: Tx, group: readonly Tables['consents'][], both: readonly CustomerId[]) {
  const newest = inOrder(group).at(-1);
  if (newest?.purpose !== 'improvement' || newest.given === 1) return;
  await tx.deleteFrom('utterances').where('customer', 'in', both).execute();
}
