import { z } from 'zod';
import type { Scene } from '../../dialogs/scene.ts';
import { isUnanswered } from '../../domain/desk/overdue.ts';
import type { HandoffId } from '../../domain/ids.ts';
import type { Intent } from '../../domain/labels.ts';
import type { Reply } from '../replies.ts';
import { silentScene } from '../setting.ts';
import type { ConversationState } from '../state.ts';
import { knownOf } from '../with.ts';
import { after, type Turned, type TurnInput, type TurnPorts } from '../world.ts';
import { messageSchema, refuse, toCustomer } from './agent.ts';
import { filed, filedSchema } from './filed.ts';
import { gaveUpUnheard } from './gaveUp.ts';
import { become, type OwnerNews } from './owner.ts';
import { placed } from './place.ts';

const handoff = z
  .string()
  .max(100)
  .transform((id) => id as HandoffId);
const changedSchema = z.object({ handoff, epoch: z.int() });
const placeSchema = z.object({ handoff, position: z.int(), waitSeconds: z.number().nullable() });

const readSchema = z.object({ handoff, agent: z.string(), position: z.int().min(0) });

const NAMES = ['handoff.changed', 'handoff.message', 'handoff.place', 'handoff.read', 'handoff.filed'] as const;
type News = (typeof NAMES)[number];

export function deskNewsNamed(name: string | undefined): News | null {
  return NAMES.find((each) => each === name) ?? null;
}

/** `unanswered`: what the customer said last to an agent who left without a word to it; the bot answers it. */
export interface Caught extends Turned {
  readonly unanswered?: string;
}

/**
 * News of the desk in the order of the inbox. The ledger's row is the truth; an epoch that is not newer than the one known
 * here is old news.
 */
export async function deskNews(
  name: News,
  state: ConversationState,
  input: TurnInput,
  ports: TurnPorts,
): Promise<Caught> {
  const { value } = input.activity;
  const scene = silentScene(state, input, ports);
  switch (name) {
    case 'handoff.changed':
      return read(changedSchema, value, state, ({ handoff, epoch }) => catchUp(state, handoff, epoch, scene));
    case 'handoff.place':
      return read(placeSchema, value, state, (news) => place(state, news, scene));
    case 'handoff.message':
      return read(messageSchema, value, state, async (news) => {
        const caught = await catchUp(state, news.handoff, news.epoch, scene);
        return after(caught.says, await toCustomer(caught.state, news, scene));
      });
    case 'handoff.read':
      return read(readSchema, value, state, async (news) => ({ state, says: seen(state, news) }));
    case 'handoff.filed':
      return read(filedSchema, value, state, (news) => filed(state, news, scene));
  }
}

/** Only of the agent who answers here now: what somebody else looked at tells the customer nothing. */
function seen({ with: now }: ConversationState, news: z.infer<typeof readSchema>): readonly Reply[] {
  const theirs = now.kind === 'agent' && now.handoff === news.handoff && now.agent.id === news.agent;
  return theirs ? [{ name: 'handoff.read', value: { position: news.position } }] : [];
}

/** News of another shape (another release) change nothing. */
async function read<T>(
  schema: z.ZodType<T>,
  value: unknown,
  state: ConversationState,
  use: (news: T) => Promise<Caught>,
): Promise<Caught> {
  const news = schema.safeParse(value);
  return news.success ? use(news.data) : { state, says: [] };
}

async function place(
  state: ConversationState,
  { handoff, position, waitSeconds }: z.infer<typeof placeSchema>,
  scene: Scene,
): Promise<Turned> {
  const caught = await adopt(state, handoff, scene);
  const now = caught.state.with;
  if (now.kind !== 'queue' || now.handoff !== handoff) return caught;
  return after(caught.says, placed(caught.state, now, { position, waitSeconds }, scene));
}

/** The news as of an epoch, when it is newer than what is known. */
async function catchUp(state: ConversationState, id: HandoffId, epoch: number, scene: Scene): Promise<Caught> {
  const nothing: Turned = { state, says: [] };
  const known = knownOf(state.with);
  if (known?.handoff === id && epoch <= known.epoch) return nothing;
  const news = await scene.ledger.handoffs.news(id, epoch);
  if (news === null || news.handoff.conversation !== scene.conversation) return nothing;
  // of a hand-off this conversation does not know, only the open one counts: its turn was given up half-way
  if (known?.handoff !== id && news.handoff.owner.kind === 'ended') {
    await fileUnheard(news, scene);
    return nothing;
  }
  const unanswered = await lastWords(news, scene);
  if (unanswered === null) return become(state, { ...news, epoch }, scene);
  return { ...(await become(state, { ...news, epoch }, scene, 'wait')), unanswered };
}

/** Said to an agent who goes, it is not for the bot. */
const POLITE: ReadonlySet<Intent> = new Set<Intent>(['greet', 'thanks', 'goodbye', 'affirm', 'deny']);

/** Words of the customer that were passed on to an agent who gave them back without an answer; null when there are none. */
async function lastWords({ handoff, owner }: Pick<OwnerNews, 'handoff' | 'owner'>, { ledger, understand }: Scene) {
  if (owner.kind !== 'ended' || owner.how !== 'returned' || !isUnanswered(handoff)) return null;
  const words = (await ledger.deskEvents.newestWords([handoff.id])).get(handoff.id)?.trim() ?? '';
  return words === '' || POLITE.has(understand(words).intent) ? null : words;
}

/** A call-back is owed to its customer, whoever writes here now. */
async function fileUnheard(
  { handoff, owner }: Pick<OwnerNews, 'handoff' | 'owner'>,
  world: Pick<Scene, 'ledger' | 'manual' | 'now' | 'zone'>,
): Promise<void> {
  const { ledger, manual, now, zone } = world;
  if (owner.kind === 'ended' && owner.how === 'callback') await gaveUpUnheard(handoff, { ledger, manual, now, zone });
}

/** Takes up a hand-off that the ledger holds open for this conversation and that it does not know of. */
async function adopt(state: ConversationState, id: HandoffId, scene: Scene): Promise<Turned> {
  const nothing: Turned = { state, says: [] };
  if (knownOf(state.with)?.handoff === id) return nothing;
  const found = await scene.ledger.handoffs.find(id);
  if (found === null || found.conversation !== scene.conversation || found.owner.kind === 'ended') return nothing;
  return become(state, { handoff: found, epoch: found.epoch, owner: found.owner }, scene);
}

/** The conversation has expired: an agent who writes there learns that nobody reads it, and a call-back is filed all the same. */
export async function newsForNobody(
  name: News | null,
  { activity, conversation, at }: TurnInput,
  { ledger, manual, zone }: TurnPorts,
): Promise<void> {
  const changed = name === 'handoff.changed' ? changedSchema.safeParse(activity.value) : null;
  const news = changed?.success ? await ledger.handoffs.news(changed.data.handoff, changed.data.epoch) : null;
  if (news?.handoff.conversation === conversation) await fileUnheard(news, { ledger, manual, zone, now: at });
  const message = name === 'handoff.message' ? messageSchema.safeParse(activity.value) : null;
  if (message?.success) await refuse(message.data, conversation, ledger, at);
}
