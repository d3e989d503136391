import type { ConversationId } from '../../../domain/ids.ts';
import { storedConversation } from '../values.ts';
import { list, number, text } from './answers.ts';
import { conversationKeys, type PendingKeys, pendingKeys, pendingShards } from './keys.ts';
import { scripts } from './scripts.ts';
import type { Step, Steps } from './steps.ts';

interface Hint {
  readonly conversation: ConversationId;
  readonly score: number;
  readonly shard: PendingKeys;
}

/** Reads of the hints in one call of `pending`; each removes what it finds settled. */
const ROUNDS = 20;
/** Hints read beyond what was asked for, since some will be settled. */
const SPARE = 100;

/**
 * Which conversations may have unworked messages. A hint lies on another server of a cluster than its conversation, so
 * the two cannot change in one step. Why an acknowledged message cannot lose its hint all the same:
 *
 * An acknowledged `accept` is (1) message into the inbox, then (2) hint noted, which gives it a score that never was
 * and never comes back, then the acknowledgement. A removal is (a) score read, then (b) conversation found settled,
 * then (c) hint removed if its score is still the one of (a). Take a removal with (c) after (2). It removes only if (a)
 * read the score of (2) or a later one; so (a) came after (2), and (b) after (1): (b) saw the message in the inbox,
 * unless it had been worked. With (c) before (2), (2) brings the hint back. Whoever repeats an `accept` because the
 * first try ended between (1) and (2) gets `duplicate`, which is an acknowledgement, and therefore notes the hint too.
 *
 * Both orders hold only if (2) is carried out after (1), and (b) after (a): `Steps.run` promises it.
 */
export function hintStep(conversation: ConversationId): Step {
  const { hints, last } = pendingKeys(conversation);
  return { script: scripts.hint, keys: [hints, last], args: [conversation] };
}

/** Carries out a step that answers 1 when the conversation is settled, and removes the hint of one that is. */
export async function runAndForget(steps: Steps, conversation: ConversationId, step: Step): Promise<void> {
  const shard = pendingKeys(conversation);
  const [score, settled] = await steps.run([{ command: 'zscore', args: [shard.hints, conversation] }, step]);
  if (settled === 1 && score !== null) await forget(steps, [{ conversation, score: number(score), shard }]);
}

/** Oldest hints first. Removes the hints of settled conversations it meets. */
export async function pendingConversations(steps: Steps, limit: number): Promise<readonly ConversationId[]> {
  for (let round = 1; ; round++) {
    const hints = await oldest(steps, limit + SPARE);
    const answers = await steps.run(hints.map(({ conversation }) => settledStep(conversation)));
    const waiting = hints.filter((_, i) => answers[i] !== 1);
    const settled = hints.filter((_, i) => answers[i] === 1);
    await forget(steps, settled);
    const all = hints.length < limit + SPARE;
    if (all || waiting.length >= limit || settled.length === 0 || round === ROUNDS) {
      return waiting.slice(0, limit).map((hint) => hint.conversation);
    }
  }
}

function settledStep(conversation: ConversationId): Step {
  const { meta, inbox } = conversationKeys(conversation);
  return { script: scripts.settled, keys: [meta, inbox], args: [] };
}

async function oldest(steps: Steps, count: number): Promise<readonly Hint[]> {
  const pages = await steps.run(
    pendingShards.map(({ hints }) => ({ command: 'zrange', args: [hints, 0, count - 1, 'WITHSCORES'] })),
  );
  const hints = pendingShards.flatMap((shard, i) => readHints(shard, list(pages[i])));
  return hints.sort((a, b) => a.score - b.score).slice(0, count);
}

function readHints(shard: PendingKeys, page: readonly unknown[]): Hint[] {
  const hints: Hint[] = [];
  for (let i = 0; i + 1 < page.length; i += 2) {
    hints.push({ conversation: storedConversation(text(page[i])), score: number(page[i + 1]), shard });
  }
  return hints;
}

async function forget(steps: Steps, hints: readonly Hint[]): Promise<void> {
  if (hints.length === 0) return;
  await steps.run(
    hints.map(({ conversation, score, shard }) => ({
      script: scripts.forget,
      keys: [shard.hints],
      args: [conversation, score],
    })),
  );
}
