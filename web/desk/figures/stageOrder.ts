import type { ImprovementStage } from '../../../domain/statistics/improvement.ts';

/** Plan, do, check, act (OSM 5.3.2), and the end. */
const PLACES: Readonly<Record<ImprovementStage, number>> = { plan: 0, do: 1, check: 2, act: 3, done: 4 };
export const STAGES = Object.keys(PLACES).filter((each): each is ImprovementStage => each in PLACES);

/** Stages that the next entry may have: the same or the next; what was checked and did not help is planned anew. */
export function stagesAfter(stage: ImprovementStage): readonly ImprovementStage[] {
  if (stage === 'done') return [];
  const on = STAGES.filter((each) => PLACES[each] === PLACES[stage] || PLACES[each] === PLACES[stage] + 1);
  return stage === 'check' ? [...on, 'plan'] : on;
}

export type Place = 'before' | 'now' | 'ahead';

/** Where a stage stands for an improvement that is at `now`; what is done has every stage behind it. */
export function placeOf(stage: ImprovementStage, now: ImprovementStage): Place {
  if (now === 'done' || PLACES[stage] < PLACES[now]) return 'before';
  return stage === now ? 'now' : 'ahead';
}

/** Whether its day is over; days as `YYYY-MM-DD`. */
export function isOverdue(
  one: { readonly due: string | null; readonly stage: ImprovementStage },
  today: string,
): boolean {
  return one.due !== null && one.stage !== 'done' && one.due < today;
}
