import type { CaseNumber, ConversationId, CustomerId, IdempotencyKey, Instant } from './ids.ts';

/** `suspected`: reports are coming in and nobody has decided yet; `dismissed`: it was none, or another one took it over. */
export const OUTAGE_STATES = ['suspected', 'open', 'ended', 'dismissed'] as const;
export type OutageState = (typeof OUTAGE_STATES)[number];

/** A disturbance of a service in an area (CSG 3.3.1). */
export interface Outage {
  readonly id: string;
  /** Area id of the manual. */
  readonly area: string;
  /** Service id of the manual, or null for all services. */
  readonly service: string | null;
  readonly since: Instant;
  readonly expectedRepair: Instant | null;
  readonly endedAt: Instant | null;
  readonly state: OutageState;
  /** Counts what its followers are told of it: 0 while it is suspected, 1 when it is open, one more with each change. */
  readonly news: number;
}
export type NewOutage = Pick<Outage, 'area' | 'service' | 'since' | 'expectedRepair'>;

/** What a follower hears: that it is open, when it is expected to be repaired (or no longer known), that it is over. */
export const OUTAGE_NEWS = ['opened', 'expected', 'ended'] as const;
export type OutageNews = (typeof OUTAGE_NEWS)[number];

/** What an `outage.news` timer says: the number of the news, what they are, and whom they are for. */
export interface NewsOfOutage {
  readonly news: number;
  readonly what: OutageNews;
  readonly customer: CustomerId;
}
export function outageNewsDetail({ news, what, customer }: NewsOfOutage): string {
  return `${news}:${what}:${customer}`;
}
export function readOutageNews(detail: string | null): NewsOfOutage {
  const [, news, word, customer] = /^(\d+):([a-z]+):(.+)$/.exec(detail ?? '') ?? [];
  const what = OUTAGE_NEWS.find((each) => each === word);
  if (news === undefined || what === undefined || customer === undefined) throw new Error('not the news of an outage');
  return { news: Number(news), what, customer: customer as CustomerId };
}

/** Somebody who is told how an outage goes on: they were told of it, or their fault report belongs to it. */
export interface Follower {
  readonly outage: string;
  readonly customer: CustomerId;
  readonly conversation: ConversationId;
  /** The report that belongs to it; null when they only wait. */
  readonly case: CaseNumber | null;
  /** The newest news on their way to them or told. */
  readonly told: number;
}

export type OutageDecided =
  | { readonly kind: 'decided'; readonly outage: Outage }
  | { readonly kind: 'decidedBefore'; readonly outage: Outage }
  | { readonly kind: 'unknown' };

/**
 * Outages and who hears of them. A change writes an `outage.spread` timer in its transaction, which makes an `outage.news`
 * timer for each follower: nobody who is to hear is missed or told twice, whichever instance dies.
 */
export interface Outages {
  /** Takes over what was suspected there. Fault reports of before become its followers. */
  open(outage: NewOutage, key: IdempotencyKey, at: Instant): Promise<Outage>;
  /** Null when the id is unknown, or of a suspicion. What changes nothing is no news. */
  update(
    id: string,
    change: { expectedRepair?: Instant | null; endedAt?: Instant },
    at: Instant,
  ): Promise<Outage | null>;
  find(id: string): Promise<Outage | null>;
  /** The outage that now concerns a service in an area, or null. */
  active(area: string, service: string | null): Promise<Outage | null>;
  /** The same for one that is only suspected. */
  suspected(area: string, service: string | null): Promise<Outage | null>;
  /** A person decides on a suspicion; whoever comes second changes nothing. */
  confirm(id: string, decision: { by: string; expectedRepair: Instant | null }, at: Instant): Promise<OutageDecided>;
  dismiss(id: string, decision: { by: string }, at: Instant): Promise<OutageDecided>;
  /** `told`: the news that the customer has heard just now. Repeated it has no effect. */
  follow(id: string, follower: Omit<Follower, 'outage' | 'case'>, at: Instant): Promise<void>;
  following(id: string, customer: CustomerId): Promise<Follower | null>;
  /** One batch of what an `outage.spread` timer is for. `more`: the timer is due again; else it is gone. */
  spread(timer: { readonly id: string; readonly subject: string }, at: Instant): Promise<'more' | 'done'>;
}
