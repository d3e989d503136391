import type { CaseNumber, IdempotencyKey, Instant } from '../ids.ts';
import type { Case } from './case.ts';
import type { IncidentRefusal, NewIncidentStep } from './incident.ts';

export type IncidentRecorded =
  | { readonly kind: 'recorded'; readonly case: Case }
  | ({ readonly kind: 'refused' } & IncidentRefusal)
  | { readonly kind: 'unknown' };

/** What is done about security incidents (OSM 6.3), written into the cases they are. */
export interface Incidents {
  /**
   * Adds a step with its words to the case's history, if `domain/cases/incident.ts` allows it; a grave grade calls the
   * people on duty in the same transaction. A repeat with the key changes nothing.
   */
  record(
    number: CaseNumber,
    step: NewIncidentStep,
    entry: { readonly by: string; readonly text: string },
    key: IdempotencyKey,
    at: Instant,
  ): Promise<IncidentRecorded>;
}
