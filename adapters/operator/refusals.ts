import type { Moved, Stage, Waited } from '../../domain/cases/case.ts';
import { HttpError } from '../http/answer.ts';

const notAllowed = (message: string): HttpError => new HttpError(409, 'NotAllowed', message);

/** 409 with what the case can become. */
export function cannotMove(from: Stage, allowed: readonly Stage[]): HttpError {
  return notAllowed(`The case is ${from}; it can become: ${allowed.length === 0 ? 'nothing' : allowed.join(', ')}.`);
}

/** 409: the move is not one of the case, or its resolver's own work. */
export function moveRefused({ from, allowed, resolvedBy }: Extract<Moved, { kind: 'refused' }>): HttpError {
  if (resolvedBy === undefined) return cannotMove(from, allowed);
  return new HttpError(
    409,
    'SameHand',
    'Whoever resolved it cannot confirm it as well (OSM 4.3): let somebody else close it, with another `by`.',
  );
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
