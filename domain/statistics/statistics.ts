import type { Manual } from '../manual/schema.ts';
import { type AgentFigures, agents } from './agents.ts';
import { type Availability, availability } from './availability.ts';
import { spread } from './figures.ts';
import { type Goal, goals } from './goals.ts';
import { type Intake, intake } from './intake.ts';
import { type Outcomes, outcomes } from './outcomes.ts';
import type { Period, StatisticsRows } from './rows.ts';
import { type Satisfaction, satisfaction } from './satisfaction.ts';
import { type Times, times } from './times.ts';

export interface Figures {
  readonly intake: Intake;
  readonly times: Times;
  readonly outcomes: Outcomes;
  readonly satisfaction: Satisfaction;
  readonly agents: readonly AgentFigures[];
  readonly availability: Availability;
  readonly goals: readonly Goal[];
}

/** The indicators of manual section 11 for a period. */
export function figures(rows: StatisticsRows, period: Period, manual: Manual): Figures {
  const [served, marks] = [times(rows), satisfaction(rows.surveys)];
  const up = availability(rows.uptime, period);
  const complaints = served.resolution.complaint ?? spread([]);
  return {
    intake: intake(rows, period.from, period.to, period.zone),
    times: served,
    outcomes: outcomes(rows),
    satisfaction: marks,
    agents: agents(rows, manual),
    availability: up,
    goals: goals({ satisfied: marks.overall.satisfied.rate, firstReply: served.firstReply, complaints, up }, manual),
  };
}
