import type { Channel, Outgoing } from '../../messaging/port.ts';
import { capsOf, SMS_CAPS } from '../caps.ts';
import { createCustomers } from '../customers.ts';
import { createAnswered } from './answered.ts';
import { keepBound } from './binding.ts';
import { createGate } from './gate.ts';
import { createIncoming } from './incoming.ts';
import { smsSmppSettings } from './settings.ts';
import { createSubmit } from './submit.ts';
import { TIMINGS, type Timings } from './timings.ts';

/** SMS through an operator's SMSC by SMPP 3.4. */
export function createSmsSmpp(timings: Timings = TIMINGS): Channel {
  return {
    name: 'sms-smpp',
    caps: SMS_CAPS,
    settings: smsSmppSettings,
    async start(given, host) {
      const settings = smsSmppSettings.parse(given);
      const { account, tps, window } = settings;
      const gate = createGate({
        ...{ window, perSecond: tps, queueMs: timings.queue },
        ...{ pauseMs: timings.pause, pauseMostMs: timings.pauseMost },
      });
      const answered = createAnswered();
      const transmit = (to: string, message: Outgoing) => submit(to, message);
      const customers = createCustomers({ channel: 'sms-smpp', account, host, transmit });
      const incoming = createIncoming(settings, host, customers, answered, () => binding.name);
      const binding = keepBound(settings, host, timings, incoming);
      const submit = createSubmit({ settings, binding, gate, answered, store: host.store, now: host.now });
      return {
        ...{ channel: 'sms-smpp', account, caps: capsOf(settings), send: customers.send },
        // by its parts
        knowsRepeats: true,
        async stop() {
          gate.close();
          await binding.stop();
        },
      };
    },
  };
}

export const smsSmpp: Channel = createSmsSmpp();
