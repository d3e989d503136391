import { z } from 'zod';
import type { CustomerId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import { OUTAGE_NEWS, type Outage } from '../../domain/outages.ts';
import { type OutageFacts, type OutageSays, STILL_DOWN } from './words.ts';

const event = z.strictObject({ outage: z.string(), news: z.int(), what: z.enum(OUTAGE_NEWS) });
const NAMES = { opened: 'outageOpened', expected: 'outageExpected', ended: 'outageEnded' } as const;

interface Books {
  readonly ledger: Pick<Ledger, 'outages'>;
  readonly manual: Manual;
}

interface Listener {
  readonly customer: CustomerId;
  /** Nothing else is asked there, so that quick replies take no other question's place. */
  readonly isFree: boolean;
}

/**
 * What a follower hears of an outage. Nothing of news that newer ones have overtaken (they are on their way), and nothing
 * when somebody else writes here now. The end comes with the way to say that it is not over for them: their report stays
 * open until staff close it.
 */
export async function outageNews(
  value: unknown,
  { customer, isFree }: Listener,
  books: Books,
): Promise<readonly OutageSays[]> {
  const read = event.safeParse(value);
  if (!read.success) return [];
  const { outages } = books.ledger;
  const [outage, follower] = await Promise.all([
    outages.find(read.data.outage),
    outages.following(read.data.outage, customer),
  ]);
  if (outage === null || follower === null || outage.news !== read.data.news) return [];
  const facts = { ...outageFacts(outage, books.manual), case: follower.case };
  const choices =
    read.data.what === 'ended' && isFree
      ? { choices: [follower.case === null ? STILL_DOWN.report : STILL_DOWN.urge] }
      : {};
  return [{ name: NAMES[read.data.what], facts, ...choices }];
}

export function outageFacts(outage: Outage, { areas, services }: Manual): OutageFacts {
  const { area, service, since, expectedRepair: expected, endedAt } = outage;
  const names = areas.find(({ id }) => id === area)?.names ?? { 'zh-Hans': area, 'zh-Hant': area, en: area };
  return { area: names, service: serviceNames(service, services), since, expected, endedAt, case: null };
}

function serviceNames(service: string | null, services: Manual['services']) {
  if (service === null) return null;
  return services[service]?.names ?? { 'zh-Hans': service, 'zh-Hant': service, en: service };
}
