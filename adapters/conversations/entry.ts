import type { BotActivity } from '../../bot/activity.ts';
import type { LogEntry } from '../../bot/conversations.ts';
import type { ConversationId, Instant } from '../../domain/ids.ts';

/**
 * A log entry as it is given out. Id and sequence number follow from the position, which the store only knows while it
 * appends; they are therefore not stored but set here, each time an entry leaves the store, which keeps an append at one
 * round trip. Whatever the writer had put into the two fields is overwritten: a client orders its transcript by them.
 */
export function logEntry(conversation: ConversationId, position: number, activity: BotActivity): LogEntry {
  return {
    position,
    activity: {
      ...activity,
      id: `${conversation}|${String(position).padStart(7, '0')}`,
      channelData: { ...activity.channelData, 'webchat:sequence-id': position },
    },
  };
}

/** Stored with the activity: when the customer's words arrived, or when the reply was committed. */
export function stamped(activity: BotActivity, at: Instant): BotActivity {
  return { ...activity, timestamp: new Date(at).toISOString() };
}
