import type { Channel } from '../messaging/port.ts';
import { WHATSAPP_CAPS } from './caps.ts';
import { createGraph } from './graph.ts';
import { createPair } from './pair.ts';
import { createSending } from './sending.ts';
import { whatsappSettings } from './settings.ts';
import { createLastMessages, createTyping } from './typing.ts';
import { createWebhook } from './webhook.ts';

/** Numbers of the WhatsApp Business Platform (Cloud API), for brands outside of mainland China. */
export const whatsapp: Channel = {
  name: 'whatsapp',
  caps: WHATSAPP_CAPS,
  settings: whatsappSettings,
  async start(given, host) {
    const settings = whatsappSettings.parse(given);
    const { account } = settings;
    const graph = createGraph(settings, host.log);
    const pair = createPair(host.store, host.now);
    const conversation = (to: string) => host.conversation(account, to);
    const last = createLastMessages(host.store, host.now);
    const webhook = createWebhook(settings, host, graph, last);
    host.server.route('GET', `/channels/whatsapp/${account}`, webhook.greet);
    host.server.route('POST', `/channels/whatsapp/${account}`, webhook.push);
    return {
      channel: 'whatsapp',
      account,
      caps: WHATSAPP_CAPS,
      ...createSending({ settings, graph, uploads: host.uploads, pair, conversation }),
      typing: createTyping({ graph, phoneNumberId: settings.phoneNumberId, last, pair, conversation }),
      stop: async () => {},
    };
  },
};
