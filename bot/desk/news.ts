import { z } from 'zod';
import type { Scene } from '../../dialogs/scene.ts';
import type { HandoffId } from '../../domain/ids.ts';
import { silentScene } from '../setting.ts';
import type { ConversationState } from '../state.ts';
import { knownOf } from '../with.ts';
import { after, type Turned, type TurnInput, type TurnPorts } from '../world.ts';
import { messageSchema, refuse, toCustomer } from './agent.ts';
import { filed, filedSchema } from './filed.ts';
import { become } from './owner.ts';
import { placed } from './place.ts';

const handoff = z
  .string()
  .max(100)
  .transform((id) => id as HandoffId);
const changedSchema = z.object({ handoff, epoch: z.int() });
const placeSchema = z.object({ handoff, position: z.int(), waitSeconds: z.number().nullable() });

const NAMES = ['handoff.changed', 'handoff.message', 'handoff.place', 'handoff.filed'] as const;
type News = (typeof NAMES)[number];

export function deskNewsNamed(name: string | undefined): News | null {
  return NAMES.find((each) => each === name) ?? null;
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
): Promise<Turned> {
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
    case 'handoff.filed':
      return read(filedSchema, value, state, (news) => filed(state, news, scene));
  }
}

/** News of another shape (another release) change nothing. */
async function read<T>(
  schema: z.ZodType<T>,
  value: unknown,
  state: ConversationState,
  use: (news: T) => Promise<Turned>,
): Promise<Turned> {
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
async function catchUp(state: ConversationState, id: HandoffId, epoch: number, scene: Scene): Promise<Turned> {
  const nothing: Turned = { state, says: [] };
  const known = knownOf(state.with);
  if (known?.handoff === id && epoch <= known.epoch) return nothing;
  const news = await scene.ledger.handoffs.news(id, epoch);
  if (news === null || news.handoff.conversation !== scene.conversation) return nothing;
  // of a hand-off this conversation does not know, only the open one counts: its turn was given up half-way
  if (known?.handoff !== id && news.handoff.owner.kind === 'ended') return nothing;
  return become(state, { ...news, epoch }, scene);
}

/** Takes up a hand-off that the ledger holds open for this conversation and that it does not know of. */
async function adopt(state: ConversationState, id: HandoffId, scene: Scene): Promise<Turned> {
  const nothing: Turned = { state, says: [] };
  if (knownOf(state.with)?.handoff === id) return nothing;
  const found = await scene.ledger.handoffs.find(id);
  if (found === null || found.conversation !== scene.conversation || found.owner.kind === 'ended') return nothing;
  return become(state, { handoff: found, epoch: found.epoch, owner: found.owner }, scene);
}

/** The conversation has expired: an agent who writes there learns that nobody reads it. */
export async function newsForNobody(
  name: News | null,
  { activity, conversation, at }: TurnInput,
  { ledger }: TurnPorts,
): Promise<void> {
  const message = name === 'handoff.message' ? messageSchema.safeParse(activity.value) : null;
  if (message?.success) await refuse(message.data, conversation, ledger, at);
}
