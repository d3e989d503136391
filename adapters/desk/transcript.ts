import type { Conversations, LogEntry } from '../../bot/conversations.ts';
import type { ConversationId } from '../../domain/ids.ts';

/** Beyond every log: asks for its end alone. */
export const BEYOND = 10 ** 12;

/** The last lines of a conversation; none when it has expired. */
export async function newest(
  conversations: Pick<Conversations, 'log'>,
  conversation: ConversationId,
  count: number,
): Promise<readonly LogEntry[]> {
  const end = await conversations.log(conversation, BEYOND, 1);
  if (end === null || end.next === 0) return [];
  return (await conversations.log(conversation, Math.max(0, end.next - count)))?.entries ?? [];
}
