import type { Moved, Stage, Waited } from '../../domain/cases/case.ts';
import type { IncidentRefusal, IncidentStepName } from '../../domain/cases/incident.ts';
import { HttpError } from '../http/answer.ts';

const notAllowed = (message: string): HttpError => new HttpError(409, 'NotAllowed', message);

/** 409 with what the case can become. */
export function cannotMove(from: Stage, allowed: readonly Stage[]): HttpError {
  return notAllowed(`The case is ${from}; it can become: ${allowed.length === 0 ? 'nothing' : allowed.join(', ')}.`);
}

/** 409: the move is not one of the case, steps of the incident are not recorded, or it is its resolver's own work. */
export function moveRefused({ from, allowed, resolvedBy, missing }: Extract<Moved, { kind: 'refused' }>): HttpError {
  if (missing !== undefined) return stepMissing(missing);
  if (resolvedBy === undefined) return cannotMove(from, allowed);
  return new HttpError(
    409,
    'SameHand',
    'Whoever resolved it cannot confirm it as well (OSM 4.3): let somebody else close it, with another `by`.',
  );
}

function stepMissing(missing: readonly IncidentStepName[]): HttpError {
  const message = `The incident has first to be ${missing.join(', ')} (OSM 6.3), each recorded as a step of it.`;
  return new HttpError(409, 'StepMissing', message);
}

/** 409 with why a step of an incident is not recorded. */
export function incidentRefused({ why, missing }: IncidentRefusal): HttpError {
  switch (why) {
    case 'no incident':
      return notAllowed('The case is no security incident: neither of that kind nor a fault of category security.');
    case 'at rest':
      return notAllowed('The case is closed or withdrawn: reopen it before you record more of it.');
    case 'reviewed':
      return notAllowed('The incident is reviewed: what comes after is recorded once the case is reopened.');
    case 'missing':
      return stepMissing(missing);
    case 'same hand':
      return new HttpError(
        409,
        'SameHand',
        'Whoever contained or restored it cannot review it as well (OSM 6.3): let somebody else do so.',
      );
  }
}

/** 409 with why the case does not begin or end to wait for its customer. */
export function waitRefused({ why, stage }: Extract<Waited, { kind: 'refused' }>): HttpError {
  switch (why) {
    case 'waiting':
      return notAllowed('The case waits for its customer already: resume it before you ask for something else.');
    case 'nothing runs':
      return notAllowed(`The case is ${stage} and no clock of it that may pause is running, so none was paused.`);
    case 'not waiting':
      return notAllowed('The case does not wait for its customer: there is nothing to resume.');
  }
}
