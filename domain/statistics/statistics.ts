import type { Instant } from '../ids.ts';
import type { Manual } from '../manual/schema.ts';
import { type AgentFigures, agents } from './agents.ts';
import { spread } from './figures.ts';
import { type Goal, goals } from './goals.ts';
import { type Intake, intake } from './intake.ts';
import { type Outcomes, outcomes } from './outcomes.ts';
import type { StatisticsRows } from './rows.ts';
import { type Satisfaction, satisfaction } from './satisfaction.ts';
import { type Times, times } from './times.ts';

export interface Figures {
  readonly intake: Intake;
  readonly times: Times;
  readonly outcomes: Outcomes;
  readonly satisfaction: Satisfaction;
  readonly agents: readonly AgentFigures[];
  readonly goals: readonly Goal[];
}

/** The indicators of manual section 11 for [from, to). Availability is not among them: it is measured from outside. */
export function figures(rows: StatisticsRows, from: Instant, to: Instant, zone: string, manual: Manual): Figures {
  const [served, marks] = [times(rows), satisfaction(rows.surveys)];
  const complaints = served.resolution.complaint ?? spread([]);
  return {
    intake: intake(rows, from, to, zone),
    times: served,
    outcomes: outcomes(rows),
    satisfaction: marks,
    agents: agents(rows, manual),
    goals: goals(marks.overall.satisfied.rate, served.firstReply, complaints, manual),
  };
}
