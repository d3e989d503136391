import type { LogEntry } from '../../../bot/conversations.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import type { DirectLine } from './deps.ts';
import { activityId, BOT_ID } from './ids.ts';
import { withAddress } from './made.ts';

/** Makes log entries into what a client is sent. */
export type View = (entry: LogEntry) => object;

/**
 * Ids and order come from the log's position, over whatever a client once sent; our own files get an absolute, signed
 * address. `base` is `https://host` as the client reaches us.
 */
export function viewOf(
  conversation: ConversationId,
  base: string,
  { uploads, secret }: Pick<DirectLine, 'uploads' | 'secret'>,
): View {
  return (entry) => {
    const { position, activity } = entry;
    const attachments = activity.attachments?.map((each) => {
      const made = withAddress(each, conversation, entry, base, secret);
      return made === each && each.contentUrl?.startsWith('/')
        ? { ...each, contentUrl: base + uploads.sign(each.contentUrl) }
        : made;
    });
    return {
      ...activity,
      id: activityId(conversation, position),
      channelId: 'directline',
      conversation: { id: conversation },
      channelData: { ...activity.channelData, 'webchat:sequence-id': position },
      ...(attachments === undefined ? {} : { attachments }),
    };
  };
}

/** A frame without watermark: clients keep theirs. */
export const TYPING_FRAME = JSON.stringify({ activities: [{ type: 'typing', from: { id: BOT_ID, role: 'bot' } }] });

/** The position a watermark stands for. Empty, absent or not one of ours means the beginning: more is better than less. */
export function positionOf(watermark: string | null): number {
  return watermark !== null && /^\d{1,12}$/.test(watermark) ? Number(watermark) : 0;
}
