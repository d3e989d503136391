import type { Claimed, NewWebhook } from '../../adapters/webhooks/store.ts';
import type { Instant } from '../../domain/ids.ts';
import { aKey, NOON } from './ledgerFixtures.ts';

export const HOOK_SECRET = 'a-secret-of-the-receiver';

export const aWebhook = (more: Partial<NewWebhook> = {}): NewWebhook => ({
  url: 'https://crm.example.com/hook',
  events: ['case.*', 'appointment.*', 'handoff.*', 'outage.*'],
  secret: HOOK_SECRET,
  transcript: 'masked',
  ...more,
});

interface Telling {
  readonly webhooks: import('../../adapters/webhooks/store.ts').Webhooks;
}

export async function addWebhook({ webhooks }: Telling, more: Partial<NewWebhook> = {}, at: Instant = NOON) {
  const made = await webhooks.add(aWebhook(more), aKey(), at);
  if (made === 'tooMany') throw new Error('there is no room for another webhook');
  return made;
}

/** Everything a webhook is still to be told of, taken as a receiver would get it that never fails. */
export async function takeAll({ webhooks }: Telling, webhook: string, now: Instant): Promise<Claimed[]> {
  const all: Claimed[] = [];
  for (;;) {
    const claimed = await webhooks.claim(webhook, now, 1000, 10);
    if (claimed.length === 0) return all;
    all.push(...claimed);
    for (const each of claimed) await webhooks.settle(each, { kind: 'done' }, now);
  }
}
