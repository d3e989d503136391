import type { Handoff } from '../domain/desk/handoff.ts';
import type { Place } from '../domain/desk/queue.ts';
import type { HandoffId, Instant, MessageId, StaffId } from '../domain/ids.ts';
import { INTERNAL_CHANNEL } from './activity.ts';
import type { Inbound } from './conversations.ts';
import { type DeskNews, handoffChangedId } from './desk.ts';
import type { Intake } from './intake.ts';

/** What tells a conversation that its owner changed. */
export function changedNews({ id, epoch }: Pick<Handoff, 'id' | 'epoch'>, at: Instant): Inbound {
  return news(handoffChangedId(id, epoch), 'handoff.changed', { handoff: id, epoch }, at);
}

/**
 * Tells the conversation at once that its owner changed. Whether it succeeds does not matter: the timer that was written
 * with the change brings the same news under the same id.
 */
export async function announce(intake: Intake, handoff: Handoff, at: Instant): Promise<void> {
  await intake(handoff.conversation, changedNews(handoff, at), null);
}

/** Instances that tell the same place in the same moment tell it once. */
const MOMENT_MS: Instant = 10_000;

/** What tells a waiting customer where they stand; an id that every instance makes alike. */
export function placeNews({ id, former }: Handoff, { position, waitSeconds }: Place, at: Instant): Inbound {
  const moment = Math.floor(at / MOMENT_MS);
  const messageId = `handoff.place:${id}:${former.length}:${moment}:${position}` as MessageId;
  return news(messageId, 'handoff.place', { handoff: id, position, waitSeconds }, at);
}

/** What tells a customer how far their agent has read; the same from every console of the agent. */
export function readNews(handoff: HandoffId, agent: StaffId, position: number, at: Instant): Inbound {
  const messageId = `handoff.read:${handoff}:${agent}:${position}` as MessageId;
  return news(messageId, 'handoff.read', { handoff, agent, position }, at);
}

function news<N extends keyof DeskNews>(id: MessageId, name: N, value: DeskNews[N], at: Instant): Inbound {
  return { id, at, activity: { type: 'event', name, value, channelId: INTERNAL_CHANNEL } };
}
