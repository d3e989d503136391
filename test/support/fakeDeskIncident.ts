import type { z } from 'zod';
import type { ConversationView, caseIncidentBody } from '../../adapters/desk/schemas.ts';
import { newStep } from '../../adapters/operator/schemas.ts';
import { detailOf, incidentOf, missingBefore, recordRefused } from '../../domain/cases/incident.ts';
import { Refusal } from './fakeDeskBooks.ts';

type File = ConversationView['cases'][number];

/** A case with one more step of its incident, by the rules of the real one. */
export function recordedIn(file: File, by: string, body: z.output<typeof caseIncidentBody>): File {
  const step = newStep(body);
  const refused = recordRefused(file, step, by);
  if (refused !== null) throw new Refusal(409, refused.why === 'same hand' ? 'SameHand' : 'StepMissing');
  const at = new Date().toISOString();
  const entry = { at, by, what: 'incident', detail: detailOf(step), note: body.text } as const;
  return shown({ ...file, history: [...file.history, entry] });
}

/** A case after a move, unless steps of its incident are to be recorded before. */
export function mayBecome(file: File): File {
  if (missingBefore(file, file.stage).length > 0) throw new Refusal(409, 'StepMissing');
  return file;
}

/** With what its history says of it as an incident. */
export function shown(file: File): File {
  const history = file.history.map((entry) => ({ ...entry, at: Date.parse(entry.at) }));
  const incident = incidentOf({ ...file, history });
  const steps = incident?.steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })) ?? [];
  return { ...file, incident: incident && { grade: incident.grade, steps, next: [...incident.next] } };
}
