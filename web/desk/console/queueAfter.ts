import type { HandoffView, QueueView, ServerFrame } from '../../../adapters/desk/schemas.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;

/** The queue after a `message` event: who waits for whom since when. Its words are in the live state. */
export function queueAfter(queue: QueueView, { conversation, by, at }: EventFrame): QueueView {
  const row = (each: HandoffView): HandoffView => (each.conversation === conversation ? rowAfter(each, by, at) : each);
  return { ...queue, waiting: queue.waiting.map(row), mine: queue.mine.map(row) };
}

function rowAfter(row: HandoffView, by: string, at: string): HandoffView {
  const { owner } = row;
  if (by === 'customer') return { ...row, unansweredSince: at };
  if (owner.kind !== 'agent' || owner.agent !== by) return row;
  return { ...row, unansweredSince: null, owner: { ...owner, firstReplyAt: owner.firstReplyAt ?? at } };
}
