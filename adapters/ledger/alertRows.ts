import type { Alert } from '../../domain/desk/alerts.ts';
import type { Instant } from '../../domain/ids.ts';
import type { OutsideEvent } from '../../domain/webhooks.ts';
import { announceOutside } from './announceOutside.ts';
import { addDeskEvent } from './deskEventRows.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';

type AlertRow = Tables['alerts'];
/** What happened to an alert, as the desk hears it. */
type What = 'raised' | 'acknowledged' | 'confirmed' | 'dismissed';

export function readAlert(row: AlertRow): Alert {
  const { id, kind, at, outage, area, service, category, reports, acknowledged_by: by, acknowledged_at } = row;
  const acknowledged = by === null || acknowledged_at === null ? null : { by, at: acknowledged_at };
  return { id, kind, at, case: row.case_number, outage, area, service, category, reports, acknowledged };
}

export type NewAlert = Omit<Alert, 'acknowledged'>;

/** Calls the people on duty, once for an id. The last thing in its transaction (see `addDeskEvent`). */
export async function raiseAlert(store: Store, tx: Tx, alert: NewAlert): Promise<void> {
  const { case: number, ...rest } = alert;
  const row = { ...rest, case_number: number, acknowledged_by: null, acknowledged_at: null };
  const mine = await tx
    .insertInto('alerts')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (mine === undefined) return;
  await tellOutside(tx, 'alert.raised', row, 'bot', alert.at);
  await tellOfAlert(store, tx, row, 'raised', 'bot', alert.at);
}

/** Somebody has seen it; null when it is unknown or somebody was quicker. Its `alert` event is left to the caller. */
export async function acknowledgeRow(tx: Tx, id: string, by: string, at: Instant): Promise<AlertRow | null> {
  const row = await tx
    .updateTable('alerts')
    .set({ acknowledged_by: by, acknowledged_at: at })
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  await tellOutside(tx, 'alert.acknowledged', row, by, at);
  return row;
}

/** The desk's `alert` event. The last thing in its transaction. */
export async function tellOfAlert(store: Store, tx: Tx, row: AlertRow, what: What, by: string, at: Instant) {
  const { id, kind, area, service, category, outage, case_number } = row;
  const data = { id, kind, what, area, service, category, outage, case: case_number };
  const event = { kind: 'alert', handoff: null, conversation: null, by, data } as const;
  await addDeskEvent(store, tx, event, `alert:${id}:${what}`, at);
}

async function tellOutside(tx: Tx, event: OutsideEvent, row: AlertRow, by: string, at: Instant): Promise<void> {
  const { id, kind, area, service, category, outage, case_number, reports } = row;
  const alert = { id, kind, at: new Date(row.at).toISOString(), area, service, category, outage, case: case_number };
  await announceOutside(tx, { event, subject: id, at, data: { alert: { ...alert, reports }, by } });
}
