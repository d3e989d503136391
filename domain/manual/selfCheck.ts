import type { FaultCategory } from '../labels.ts';
import type { Manual } from './schema.ts';

export type SelfCheck = Manual['selfChecks'][number];

/** What is known of a fault so far; null fits only a self-check that does not ask for it. */
export interface Trouble {
  readonly service: string | null;
  readonly category: FaultCategory | null;
  readonly symptom: string | null;
}

/** The first self-check of the manual that suits a fault (CSG 2.2.2), or null. */
export function selfCheckFor(manual: Manual, { service, category, symptom }: Trouble): SelfCheck | null {
  const suits = (check: SelfCheck) =>
    (check.services === undefined || (service !== null && check.services.includes(service))) &&
    (check.category === undefined || check.category === category) &&
    (check.symptoms === undefined || (symptom !== null && check.symptoms.includes(symptom)));
  return manual.selfChecks.find(suits) ?? null;
}
