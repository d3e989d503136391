import type { Handoff, HandoffRefusal } from '../../domain/desk/handoff.ts';
import type { StaffMember } from '../../domain/desk/staff.ts';
import { HttpError } from '../http/answer.ts';

/** One for what is not there and what is not theirs: the two cannot be told apart. */
export const noConversation = (): HttpError => new HttpError(404, 'NotFound', 'There is no such conversation.');
export const noHandoff = (): HttpError => new HttpError(404, 'NotFound', 'There is no such hand-off.');
export const noCase = (): HttpError => new HttpError(404, 'NotFound', 'There is no case with that number.');

export const unavailable = (): HttpError =>
  new HttpError(503, 'ServiceUnavailable', 'It could not be stored now; send it again with the same id.', {
    'retry-after': '2',
  });

/** Why a hand-off could not be changed, with who has it by name and what to do. */
export function refusal(why: HandoffRefusal, { owner }: Handoff, staff: readonly StaffMember[]): HttpError {
  const nameOf = (id: string): string => staff.find((each) => each.id === id)?.name ?? 'Somebody else';
  if (why === 'ended' || owner.kind === 'ended') {
    return new HttpError(409, 'Ended', 'This hand-off has ended: the bot answers the customer. Nothing was changed.');
  }
  if (owner.kind === 'agent') {
    const code = why === 'taken' ? 'Taken' : 'NotYours';
    return new HttpError(409, code, `${nameOf(owner.agent)} has this customer. A supervisor can take it over.`);
  }
  if (owner.kind === 'offered' && why === 'taken') {
    return new HttpError(409, 'Taken', `It is being offered to ${nameOf(owner.agent)}: try again in a moment.`);
  }
  if (why === 'not offered') return new HttpError(409, 'NotOffered', 'This customer is not being offered to you.');
  return new HttpError(409, 'NotYours', 'The customer waits in the queue: accept the hand-off first.');
}
