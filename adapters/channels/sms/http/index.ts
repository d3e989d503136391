import type { Channel } from '../../messaging/port.ts';
import { capsOf, SMS_CAPS } from '../caps.ts';
import { createCustomers } from '../customers.ts';
import { sendSms } from './sending.ts';
import { smsHttpSettings } from './settings.ts';
import { createWebhook } from './webhook.ts';

/** SMS through an HTTP gateway that speaks as Kannel does. */
export const smsHttp: Channel = {
  name: 'sms-http',
  caps: SMS_CAPS,
  settings: smsHttpSettings,
  async start(given, host) {
    const settings = smsHttpSettings.parse(given);
    const { account } = settings;
    const transmit = async (to: string, message: Parameters<typeof sendSms>[2]) => {
      const sent = await sendSms(settings, to, message);
      if (sent.kind === 'later' && ['401', '403', '404'].includes(sent.code)) {
        host.log.error({ channel: 'sms-http', account, code: sent.code }, 'the gateway refuses the account');
      }
      return sent;
    };
    const customers = createCustomers({ channel: 'sms-http', account, host, transmit });
    const webhook = createWebhook(settings, host, customers);
    host.server.route('GET', `/channels/sms-http/${account}/mo`, webhook.mo);
    host.server.route('GET', `/channels/sms-http/${account}/dlr`, webhook.dlr);
    return { channel: 'sms-http', account, caps: capsOf(settings), send: customers.send, stop: async () => {} };
  },
};
