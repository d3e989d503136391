import { z } from 'zod';
import { asBookingNumber } from '../../domain/cases/number.ts';
import { HttpError } from '../http/answer.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { OperatorDeps } from './deps.ts';
import { writeKey } from './keys.ts';
import { rangeQuery, readRange, type UsualRange } from './range.ts';
import { appointmentPage, appointmentView, outcomeBody } from './schemas.ts';
import { iso, viewAppointment } from './views.ts';

const MOST = 2000;
const LONGEST_DAYS = 100;
const USUALLY: UsualRange = { days: 14, side: 'from today' };
const unknownBooking = (): HttpError => new HttpError(404, 'NotFound', 'There is no appointment with that number.');

export function appointmentOperations(deps: OperatorDeps): Operation[] {
  return [
    operation({
      method: 'GET',
      path: '/api/appointments',
      tag: 'operator',
      summary: `Appointments that start between two instants or days (a day as \`to\` counts whole), soonest first, at most ${MOST}; without them those of the next ${USUALLY.days} days.`,
      query: rangeQuery(USUALLY),
      answer: appointmentPage,
      handle: async ({ query }) => {
        const { from, to } = readRange(query, deps, USUALLY, LONGEST_DAYS);
        const found = await deps.ledger.bookings.between(from, to, MOST);
        return { appointments: found.map(viewAppointment) };
      },
    }),
    operation({
      method: 'POST',
      path: '/api/appointments/:number/outcome',
      tag: 'operator',
      summary: 'Tells how a visit went. Takes an Idempotency-Key.',
      params: z.object({ number: z.string().max(40) }),
      body: outcomeBody,
      answer: appointmentView,
      refusals: {
        404: 'No appointment has that number.',
        409: 'The appointment has not begun, or is not open any more.',
      },
      handle: async ({ params: { number }, body }, call) => {
        const known = asBookingNumber(number);
        if (known === null) throw unknownBooking();
        const outcome = { state: body.outcome, by: body.by ?? null };
        const settled = await deps.ledger.bookings.settle(known, outcome, writeKey(call), deps.now());
        if (settled.kind === 'unknown') throw unknownBooking();
        if (settled.kind === 'tooEarly') {
          const message = `The appointment begins at ${iso(settled.start)}: tell its outcome after that.`;
          throw new HttpError(409, 'TooEarly', message);
        }
        if (settled.kind !== 'booked') {
          const state = settled.kind === 'notOpen' ? settled.state : 'not open';
          throw new HttpError(409, 'NotAllowed', `The appointment is ${state}.`);
        }
        return viewAppointment(settled.booking);
      },
    }),
  ];
}
