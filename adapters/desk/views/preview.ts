import type { BotActivity } from '../../../bot/activity.ts';
import type { Conversations } from '../../../bot/conversations.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import { BEYOND } from '../transcript.ts';
import { context, previewOf } from './words.ts';

type Deps = Pick<DeskDeps, 'conversations' | 'now' | 'zone'>;

/** Entries looked at for the newest words of a person. */
const TAIL = 12;
const KEPT = 5000;

/** Previews by conversation, each until its log grows: queues are asked for often, and masking takes its time. */
const kept = new WeakMap<Pick<Conversations, 'log'>, Map<ConversationId, { end: number; preview: string | null }>>();

/** The newest words of a person in a conversation (what the bot said about them tells little), masked; null when there are none. */
export async function newestWords(deps: Deps, { conversation, language }: Handoff): Promise<string | null> {
  const { conversations } = deps;
  const known = kept.get(conversations) ?? new Map();
  kept.set(conversations, known);
  const end = (await conversations.log(conversation, BEYOND, 1))?.next ?? 0;
  const before = known.get(conversation);
  if (before?.end === end) return before.preview;
  const log = end === 0 ? null : await conversations.log(conversation, Math.max(0, end - TAIL));
  const last = log?.entries.findLast(
    ({ activity }) => activity.type === 'message' && isPerson(activity) && (activity.text ?? '').trim() !== '',
  );
  const preview = last === undefined ? null : previewOf(last.activity.text ?? '', context(deps, language));
  if (known.size >= KEPT) known.clear();
  known.set(conversation, { end: log?.next ?? 0, preview });
  return preview;
}

function isPerson({ from, channelData }: BotActivity): boolean {
  const said = channelData?.shouwen;
  const name = typeof said === 'object' && said !== null && 'name' in said ? said.name : null;
  return from.role === 'user' || name === 'agentMessage';
}
