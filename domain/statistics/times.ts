import { isKnown, type Spread, spread } from './figures.ts';
import type { HandoffRow, StatisticsRows } from './rows.ts';

export interface Times {
  /** From the call for a person until an agent took it. */
  readonly handoffWait: Spread;
  /** From the call for a person until the first words of one (CSG 5.1.1). */
  readonly firstReply: Spread;
  /** With agents, of hand-offs that are over. */
  readonly handling: Spread;
  /** From registering to the first solution, by kind of case (CSG 1.3). */
  readonly resolution: Readonly<Record<string, Spread>>;
}

export function times({ cases, handoffs }: StatisticsRows): Times {
  const kinds = [...Map.groupBy(cases, ({ kind }) => kind)];
  return {
    handoffWait: spread(handoffs.map((one) => since(one, one.acceptedAt)).filter(isKnown)),
    firstReply: spread(handoffs.map(firstReplyMs).filter(isKnown)),
    handling: spread(handoffs.map(({ handledMs }) => handledMs).filter(isKnown)),
    resolution: Object.fromEntries(
      kinds.map(([kind, those]) => {
        const took = those.map(({ openedAt, resolvedAt }) => (resolvedAt === null ? null : resolvedAt - openedAt));
        return [kind, spread(took.filter(isKnown))];
      }),
    ),
  };
}

export function firstReplyMs(handoff: HandoffRow): number | null {
  return since(handoff, handoff.answeredAt);
}

function since({ requestedAt }: HandoffRow, at: number | null): number | null {
  return at === null ? null : at - requestedAt;
}
