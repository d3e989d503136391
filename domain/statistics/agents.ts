import type { StaffId } from '../ids.ts';
import type { Manual } from '../manual/schema.ts';
import { isKnown, mean, share } from './figures.ts';
import { type CaseRow, type HandoffRow, type StatisticsRows, type SurveyRow, saidHowItEnded } from './rows.ts';
import { marksOf, ratings } from './satisfaction.ts';
import { firstReplyMs } from './times.ts';

/** CSG 5.3.1, in percent. */
export const WEIGHTS = { satisfaction: 30, responseTime: 25, resolution: 20, serviceTime: 15, complaints: 10 } as const;
type Part = keyof typeof WEIGHTS;
/** A handling time of so many times the planned one is worth nothing. */
const SLOWEST = 3;
/** A complaint rate of a tenth is worth nothing. */
const WORST_COMPLAINTS = 0.1;

/** Each part 0 (worst) to 100; null when there is nothing to judge by. */
export type Parts = Readonly<Record<Part, number | null>>;

export interface AgentFigures {
  readonly agent: StaffId;
  readonly name: string;
  /** Hand-offs that were theirs last. */
  readonly handoffs: number;
  readonly parts: Parts;
  /** The weighted mean of the parts that are known; null when none is. */
  readonly score: number | null;
}

/**
 * How agents do (CSG 5.3.1). Satisfaction: percentage of marks of 4 and 5. Response time, of each hand-off: 100 up to the manual's target for
 * the first reply, 0 from its limit on, evenly between. Resolution: percentage of what they gave back that was solved. Service time, of
 * each hand-off: 100 up to the planned handling time, 0 from three times that on. Complaints: 100 without one, 0 when a
 * tenth or more of their hand-offs was followed by a complaint about service in the same conversation.
 */
export function agents({ handoffs, surveys, cases, staff }: StatisticsRows, manual: Manual): AgentFigures[] {
  const surveysOf = Map.groupBy(surveys, ({ agent }) => agent);
  const complaintsOf = Map.groupBy(cases.filter(isAboutService), ({ conversation }) => conversation);
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const found = [...Map.groupBy(handoffs, ({ agent }) => agent)].flatMap(([agent, mine]): AgentFigures[] => {
    if (agent === null) return [];
    const parts: Parts = {
      satisfaction: satisfied(surveysOf.get(agent) ?? []),
      responseTime: mean(mine.map((one) => promptness(one, manual)).filter(isKnown)),
      resolution: percent(mine.filter(saidHowItEnded).map(({ result }) => result === 'solved')),
      serviceTime: mean(mine.map((one) => briskness(one, manual)).filter(isKnown)),
      complaints: quiet(mine, complaintsOf),
    };
    return [{ agent, name: names.get(agent) ?? agent, handoffs: mine.length, parts, score: scoreOf(parts) }];
  });
  return found.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.agent < b.agent ? -1 : 1));
}

/** Parts that nobody can know yet take no part: their weight goes to the others. */
export function scoreOf(parts: Parts): number | null {
  const known = PARTS.flatMap((part) => {
    const value = parts[part];
    return value === null ? [] : [{ value, weight: WEIGHTS[part] }];
  });
  const weight = known.reduce((sum, each) => sum + each.weight, 0);
  return weight === 0 ? null : known.reduce((sum, each) => sum + each.value * each.weight, 0) / weight;
}

const PARTS = ['satisfaction', 'responseTime', 'resolution', 'serviceTime', 'complaints'] as const;

function isAboutService({ kind, category }: CaseRow): boolean {
  return kind === 'complaint' && category === 'service-quality';
}

function satisfied(surveys: readonly SurveyRow[]): number | null {
  const { rate } = ratings(marksOf(surveys)).satisfied;
  return rate === null ? null : rate * 100;
}

function promptness(handoff: HandoffRow, { handoff: { firstReply } }: Manual): number | null {
  const took = firstReplyMs(handoff);
  return took === null ? null : falling(took, firstReply.targetSeconds * 1000, firstReply.limitSeconds * 1000);
}

function briskness({ handledMs }: HandoffRow, { handoff: { handlingMinutes } }: Manual): number | null {
  const planned = handlingMinutes * 60_000;
  return handledMs === null ? null : falling(handledMs, planned, planned * SLOWEST);
}

function quiet(mine: readonly HandoffRow[], complaintsOf: ReadonlyMap<string, readonly CaseRow[]>): number | null {
  const taken = mine.filter(({ acceptedAt }) => acceptedAt !== null);
  const complained = taken.filter(({ conversation, acceptedAt }) =>
    complaintsOf.get(conversation)?.some(({ openedAt }) => acceptedAt !== null && openedAt >= acceptedAt),
  );
  const { rate } = share(complained.length, taken.length);
  return rate === null ? null : falling(rate, 0, WORST_COMPLAINTS);
}

function percent(each: readonly boolean[]): number | null {
  const { rate } = share(each.filter(Boolean).length, each.length);
  return rate === null ? null : rate * 100;
}

/** 100 up to `best`, 0 from `worst` on, evenly between. */
function falling(value: number, best: number, worst: number): number {
  if (value >= worst) return 0;
  return value <= best ? 100 : (100 * (worst - value)) / (worst - best);
}
