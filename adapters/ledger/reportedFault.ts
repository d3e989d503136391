import type { NewCase } from '../../domain/cases/case.ts';
import { concernsSecurity } from '../../domain/cases/incident.ts';
import type { CaseNumber, CustomerId, Instant } from '../../domain/ids.ts';
import { FAULT_CATEGORIES } from '../../domain/labels.ts';
import { type NewAlert, raiseAlert } from './alertRows.ts';
import { follow } from './outageFollowers.ts';
import { holdArea, holdOutage, type OutageRow, outageOf } from './outageRows.ts';
import type { Store, Tx } from './store.ts';
import { suspect } from './suspicion.ts';

/** Outside the manual's areas: such reports have nothing in common. */
const ELSEWHERE = 'elsewhere';

/** What a fault report is to the outages of its area, found out before it is written. */
export interface Reported {
  /** The service it is about; '' when the customer did not say. */
  readonly service: string;
  /** The outage it belongs to, held; null without one. */
  readonly outage: OutageRow | null;
  /** It is one of the reports that may show an outage. */
  readonly isSign: boolean;
}

/** Null for what is no fault. Holds the area of one that an outage can explain. */
export async function meetOutage(store: Store, tx: Tx, draft: NewCase): Promise<Reported | null> {
  if (draft.kind !== 'fault') return null;
  const { area, answers, links } = draft;
  const service = typeof answers.service === 'string' ? answers.service : '';
  const category = FAULT_CATEGORIES.find((each) => each === draft.category);
  const isSign = category === undefined || store.manual.outages.categories.includes(category);
  const inArea = area !== null && area !== ELSEWHERE;
  if (inArea) await holdArea(store, tx, area);
  const told = await linkedOutage(tx, links);
  const known = told ?? (inArea && isSign ? (await outageOf(tx, 'open', area, service || null))?.id : undefined);
  const outage = known === undefined ? null : ((await holdOutage(store, tx, known)) ?? null);
  return { service, outage, isSign: inArea && category !== undefined && isSign };
}

/** Of what a case belongs with, the outage its customer was told of. */
async function linkedOutage(tx: Tx, links: readonly string[]): Promise<string | undefined> {
  if (links.length === 0) return undefined;
  const row = await tx.selectFrom('outages').select('id').where('id', 'in', links).executeTakeFirst();
  return row?.id;
}

interface Registered {
  readonly number: CaseNumber;
  readonly customer: CustomerId;
  readonly draft: NewCase;
}

/**
 * What follows from a new case for others: its customer follows the outage it belongs to, many of them make a suspicion,
 * and one that cannot wait calls the people on duty. The last thing in its transaction.
 */
export async function afterRegistering(
  store: Store,
  tx: Tx,
  { number, customer, draft }: Registered,
  reported: Reported | null,
  at: Instant,
): Promise<void> {
  const { area, category, conversation } = draft;
  const alerts: NewAlert[] = [];
  if (reported?.outage) {
    // who is registered with an outage knows of it; its newer news follow
    const told = draft.links.includes(reported.outage.id) ? 1 : 0;
    await follow(tx, reported.outage, { customer, conversation, case: number, told }, at);
  } else if (reported?.isSign) {
    const suspicion = await suspect(store, tx, { area, category, service: reported.service }, at);
    if (suspicion !== null) alerts.push(suspicion);
  }
  const kind = urgentKind(draft);
  if (kind !== null) {
    const about = { area, service: reported?.service || null, category, reports: null };
    alerts.push({ id: `case:${number}`, kind, at, case: number, outage: null, ...about });
  }
  for (const alert of alerts) await raiseAlert(store, tx, alert);
}

/** Manual sections 3, 8 and 12: a major fault, a security fault, a security incident. */
function urgentKind({ kind, category, level }: NewCase): NewAlert['kind'] | null {
  if (concernsSecurity({ kind, category })) return 'security';
  return kind === 'fault' && level === 'major' ? 'major-fault' : null;
}
