import assert from 'node:assert/strict';
import { createMessagingDelivery } from '../../../adapters/channels/messaging/delivery.ts';
import type { ChannelAccount, Outgoing, Sent } from '../../../adapters/channels/messaging/port.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { openAt } from '../../contracts/ledgerFixtures.ts';
import { shopNow } from './shop.ts';
import { someCaps } from './someCaps.ts';

const ID = 'whatsapp-x' as ConversationId;
const REFERENCE = { channelId: 'whatsapp', from: { id: 'a' }, recipient: { id: 'main' }, conversation: { id: ID } };

describe('a message while no window is open', () => {
  const caps = someCaps({ windows: { message: { ms: 1000, quota: null } }, proactive: 'template' });
  async function deliver(prepared: Sent | null, open = false) {
    const ledger = await openAt({ file: ':memory:' });
    const calls: string[] = [];
    const account: ChannelAccount = {
      ...{ channel: 'whatsapp', account: 'main', caps, stop: async () => {} },
      async send(_to: string, { text }: Outgoing) {
        calls.push(`send ${text}`);
        return { kind: 'sent' };
      },
      ...(prepared === null
        ? {}
        : {
            async sendPrepared(_to: string, { text }: Outgoing) {
              calls.push(`prepared ${text}`);
              return prepared;
            },
          }),
    };
    const store = ledger.channelStore;
    if (open) await store.openWindow(ID, 'message', null, shopNow() + 1000);
    const log = { info() {}, warn() {}, error() {} };
    const delivery = createMessagingDelivery({ accountOf: () => account, store, log, now: shopNow });
    const activity = { type: 'message', from: { id: 'bot', role: 'bot' }, text: '提醒', timestamp: 't' } as const;
    const outcome = [];
    for (let tries = 0; tries < 2; tries++)
      outcome.push(await delivery.deliver(REFERENCE, [{ position: 1, activity }]));
    await ledger.close();
    return { outcome, calls };
  }

  it('waits where nothing was approved beforehand', async () => {
    assert.deepEqual(await deliver(null), { outcome: ['waits', 'waits'], calls: [] });
  });
  it('goes out once as what was approved', async () => {
    assert.deepEqual(await deliver({ kind: 'sent' }), { outcome: ['sent', 'sent'], calls: ['prepared 提醒'] });
  });
  it('is tried again when it was not taken', async () => {
    const { outcome, calls } = await deliver({ kind: 'later', code: 'x' });
    assert.deepEqual([outcome, calls.length], [['later', 'later'], 2]);
  });
  it('is an ordinary one as long as a window is open', async () => {
    assert.deepEqual(await deliver({ kind: 'sent' }, true), { outcome: ['sent', 'sent'], calls: ['send 提醒'] });
  });
});
