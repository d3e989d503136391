import type { HandoffView } from '../../../../adapters/desk/schemas.ts';

/** A customer without a name is called by the channel and a few letters: the channel is said in the agent's language. */
export function calledIn(
  { customer, channel }: Pick<HandoffView, 'customer' | 'channel'>,
  nameOf: (channel: string) => string,
): string {
  return customer.startsWith(`${channel} `) ? nameOf(channel) + customer.slice(channel.length) : customer;
}
