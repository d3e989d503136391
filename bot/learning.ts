import { z } from 'zod';
import { commandIn } from '../dialogs/commands.ts';
import { named } from '../dialogs/named.ts';
import { meaningPicked, worthAsking } from '../dialogs/offers.ts';
import { keyOf } from '../dialogs/scene.ts';
import type { DialogState } from '../dialogs/state.ts';
import type { ConversationId, CustomerId, Instant } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/ids.ts';
import { INTENTS, type Intent } from '../domain/labels.ts';
import { type LessonKind, LONGEST_UTTERANCE, type Utterances } from '../domain/learning.ts';
import type { Say } from '../locales/messages.ts';
import type { Entity, Heard } from '../nlu/heard.ts';
import { mask } from '../nlu/masking/mask.ts';

/** Words that were not understood for sure; what the customer does next tells what they meant. As written, sealed with the state. */
export const unsettledSchema = z.strictObject({
  /** The message that brought them. */
  message: z.string(),
  text: z.string().max(LONGEST_UTTERANCE),
  language: z.enum(LANGUAGES),
  ranked: z.array(z.enum(INTENTS)).max(3),
});
export type Unsettled = z.infer<typeof unsettledSchema>;

export interface Lesson extends Unsettled {
  readonly kind: LessonKind;
  /** The wish the customer chose. */
  readonly intent: Intent | null;
}

interface Before {
  readonly dialog: DialogState;
  readonly unsettled: Unsettled | null;
}

/** What one turn teaches, and what is left open for the next. */
export interface Learnt {
  readonly lesson: Lesson | null;
  readonly unsettled: Unsettled | null;
}

const NOTHING: Learnt = { lesson: null, unsettled: null };
const MISSED: ReadonlySet<string> = new Set(['notUnderstood', 'notUnderstoodTwice']);
/** What is beside the business is not kept, unless a wish follows: then it may have been one. */
const DOUBTED: ReadonlySet<string> = new Set(['didYouMean', 'outOfScope']);

/**
 * What a turn teaches about understanding, from what was open before, what was heard and what was said. Answers to the
 * questions of a form teach nothing: no wish is their label.
 */
export function learn(before: Before, heard: Heard, says: readonly Say[], message: string): Learnt {
  if (before.dialog.form !== null) return NOTHING;
  const { unsettled, dialog } = before;
  const offered = dialog.offer?.kind === 'meaning' ? dialog.offer.intents : [];
  const picked = offered.length > 0 ? meaningPicked(offered, heard) : null;
  if (picked === 'none') return { lesson: unsettled && { ...unsettled, kind: 'abstained', intent: null }, unsettled };
  const isMissed = says.some((each) => MISSED.has(each.name));
  if (isMissed || says.some((each) => DOUBTED.has(each.name))) {
    const open = wordsOf(heard, message);
    return { lesson: isMissed && open ? { ...open, kind: 'abstained', intent: null } : null, unsettled: open };
  }
  const intent = picked ?? wishOf(heard);
  if (unsettled === null || intent === null) return NOTHING;
  const kind = offered.includes(intent) ? 'confirmed' : 'corrected';
  return { lesson: { ...unsettled, kind, intent }, unsettled: null };
}

function wordsOf(heard: Heard, message: string): Unsettled | null {
  if (heard.text.length > LONGEST_UTTERANCE) return null;
  return { message, text: heard.text, language: heard.language, ranked: heard.ranked.map((each) => each.intent) };
}

/** A wish that is plain from these words. Asking for a person tells nothing of the words before. */
function wishOf(heard: Heard): Intent | null {
  const { band, intent } = named(heard);
  const isWish = band === 'act' && worthAsking(intent) && intent !== 'handoff.request';
  return isWish && commandIn(heard, null) === null ? intent : null;
}

export interface LearningPorts {
  readonly learning: Utterances;
  readonly find: (text: string) => readonly Entity[];
  /** A lesson could not be kept. It costs no customer their reply. */
  readonly failed: (error: unknown) => void;
}

/** Keeps a lesson masked, keyed by the message it is about, so that a repeated turn keeps one. The ledger asks for consent. */
export async function keepLesson(
  { message, ...lesson }: Lesson,
  where: { conversation: ConversationId; customer: CustomerId; channel: string; now: Instant },
  { learning, find, failed }: LearningPorts,
): Promise<void> {
  const text = mask(lesson.text, find);
  if (text === null) return;
  const { customer, channel } = where;
  try {
    await learning.keep({ ...lesson, text, customer, channel }, keyOf(where, message, 'lesson'), where.now);
  } catch (error) {
    failed(error);
  }
}
