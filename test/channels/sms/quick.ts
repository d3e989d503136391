import { TIMINGS, type Timings } from '../../../adapters/channels/sms/smpp/timings.ts';

/** As in production, in less time. */
export const QUICK: Timings = {
  ...TIMINGS,
  ...{ enquire: 200, answer: 500, retry: 20, retryMost: 200, lock: 900, pause: 20, pauseMost: 200, queue: 2000 },
};
