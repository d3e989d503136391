import type { Books } from '../../adapters/ledger/index.ts';
import type { NewCase } from '../../domain/cases/case.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { type NewOutage, readOutageNews } from '../../domain/outages.ts';
import { aComplaint, aKey, fresh, MINUTE, NOON } from './ledgerFixtures.ts';

export const AREA = 'sz-futian';
export const anOutage = (more: Partial<NewOutage> = {}): NewOutage => ({
  ...{ area: AREA, service: 'broadband', since: NOON, expectedRepair: null },
  ...more,
});

/** A fault report whose clocks do not matter here. */
export const aFault = (more: Partial<NewCase> = {}): NewCase => ({
  ...aComplaint({ kind: 'fault', category: 'business-service', severity: null, level: 'normal', area: AREA }),
  ...{ owner: 'service-support', answers: { symptom: '上不了网', service: 'broadband' }, clocks: [] },
  ...more,
});

export const report = (ledger: Pick<Ledger, 'cases'>, more: Partial<NewCase> = {}, at: Instant = NOON) =>
  ledger.cases.register(aFault(more), aKey(), at);

/** As many as make a suspicion of the manual, each a minute after the other, the last one at noon. */
export async function burst(ledger: Pick<Ledger, 'cases'>, count: number, more: Partial<NewCase> = {}, last = NOON) {
  const cases = [];
  for (let i = count - 1; i >= 0; i--) cases.push(await report(ledger, more, last - i * MINUTE));
  return cases;
}

/** Fires every spread there is, as the ticker does; afterwards the news that were made, in the order of customers. */
export async function news({ timers, outages }: Pick<Ledger, 'timers' | 'outages'>, now: Instant = NOON + 10 * MINUTE) {
  const told: { customer: string; what: string; news: number; conversation: string }[] = [];
  for (let at = now; ; at += 2000) {
    const due = await timers.claimDue(at, 1000, 1000);
    if (due.length === 0) return told.sort((a, b) => a.news - b.news || (a.customer < b.customer ? -1 : 1));
    for (const timer of due) {
      if (timer.kind === 'outage.spread') await outages.spread(timer, at);
      else {
        if (timer.kind === 'outage.news')
          told.push({ ...readOutageNews(timer.detail), conversation: timer.conversation });
        await timers.done(timer.id);
      }
    }
  }
}

export const customersOf = (told: readonly { customer: string }[]) => told.map(({ customer }) => customer).sort();

/** Somebody known on a channel, who can be linked with another. */
export async function somebody(
  ledger: Pick<Books, 'customers'>,
  channel: string,
  conversation: NewCase['conversation'],
) {
  const source = { channel, account: 'acc', sourceId: fresh('id') };
  const { customer } = await ledger.customers.seen(source, { conversation, reference: '{}' }, NOON);
  return { source, customer, conversation };
}
