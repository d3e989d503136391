import { INTERNAL_CHANNEL } from '../../bot/activity.ts';
import type { Inbound } from '../../bot/conversations.ts';
import type { DeskNews } from '../../bot/desk.ts';
import type { Handoff } from '../../domain/desk/handoff.ts';
import type { ConversationId, MessageId } from '../../domain/ids.ts';
import { HttpError } from '../http/answer.ts';
import type { DeskDeps } from './deps.ts';
import { unavailable } from './refusals.ts';

/** Asks a store, or answers 503 when it does not know: the console repeats with the same id, nothing is doubled. */
export async function stored<T>(deps: Pick<DeskDeps, 'log'>, question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof HttpError) throw error;
    deps.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'a store did not answer the desk');
    throw unavailable();
  }
}

/** Puts news of the desk into the inbox of its conversation; durable when it resolves, 503 when that is not known. */
export async function putNews<N extends keyof DeskNews>(
  deps: Pick<DeskDeps, 'intake' | 'now' | 'log'>,
  conversation: ConversationId,
  id: MessageId,
  name: N,
  value: DeskNews[N],
): Promise<void> {
  const inbound: Inbound = {
    id,
    at: deps.now(),
    activity: { type: 'event', name, value, channelId: INTERNAL_CHANNEL },
  };
  const accepted = await stored(deps, deps.intake(conversation, inbound, null));
  if (accepted.kind === 'full') throw unavailable();
}

/** Tells conversation and consoles that somebody else answers now. The change itself is durable before. */
export async function tellChanged(
  deps: Pick<DeskDeps, 'changed' | 'signals' | 'log'>,
  handoff: Handoff,
): Promise<void> {
  try {
    await deps.changed(handoff);
  } catch (error) {
    deps.log.warn(
      { error: error instanceof Error ? error.name : typeof error },
      'news of a hand-off is left to its timer',
    );
  }
  deps.signals.send({ kind: 'desk' });
}
