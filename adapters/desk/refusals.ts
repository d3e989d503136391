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

/** Why a hand-off could not be changed, with who has it (`owner`: id and name, when somebody does) and what to do. */
export function refusal(why: HandoffRefusal, { owner }: Handoff, staff: readonly StaffMember[]): HttpError {
  const nameOf = (id: string): string => staff.find((each) => each.id === id)?.name ?? 'Somebody else';
  const theirs = (code: string, agent: string, message: string): HttpError =>
    new HttpError(409, code, message, {}, { owner: { id: agent, name: nameOf(agent) } });
  if (why === 'ended' || owner.kind === 'ended') {
    return new HttpError(409, 'Ended', 'This hand-off has ended: the bot answers the customer. Nothing was changed.');
  }
  if (owner.kind === 'agent') {
    const code = why === 'taken' ? 'Taken' : 'NotYours';
    return theirs(code, owner.agent, `${nameOf(owner.agent)} has this customer. A supervisor can take it over.`);
  }
  if (owner.kind === 'offered' && why === 'taken') {
    return theirs('Taken', owner.agent, `It is being offered to ${nameOf(owner.agent)}: try again in a moment.`);
  }
  if (why === 'not offered') return new HttpError(409, 'NotOffered', 'This customer is not being offered to you.');
  return new HttpError(409, 'NotYours', 'The customer waits in the queue: accept the hand-off first.');
}
