import type { Source } from '../domain/customers/identity.ts';
import type { Reference } from './delivery.ts';

/** Where the customer of a conversation writes from. */
export function sourceOf({ channelId, recipient, from }: Reference): Source {
  return { channel: channelId ?? 'unknown', account: recipient?.id ?? 'web', sourceId: from?.id ?? 'unknown' };
}
