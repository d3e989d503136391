import { z } from 'zod';
import type { Scene } from '../../dialogs/scene.ts';
import type { ConversationId, HandoffId, IdempotencyKey, Instant, StaffId } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { ConversationState } from '../state.ts';
import type { Turned } from '../world.ts';

export const messageSchema = z.object({
  handoff: z
    .string()
    .max(100)
    .transform((id) => id as HandoffId),
  epoch: z.int(),
  agent: z.object({
    id: z
      .string()
      .max(100)
      .transform((id) => id as StaffId),
    name: z.string().max(200),
  }),
  id: z.string().max(200),
  text: z.string(),
  files: z.array(z.object({ contentType: z.string(), contentUrl: z.string(), name: z.string() })),
});
type AgentMessage = z.infer<typeof messageSchema>;

/**
 * An agent's words reach the customer while that agent is the owner, and never after: what comes too late is refused, so
 * that the agent sees that it was not delivered. The ledger hears of them here and not before: nobody is ever counted as
 * answered by words that were refused. The same words sent again under a later epoch are passed on once.
 */
export async function toCustomer(state: ConversationState, message: AgentMessage, scene: Scene): Promise<Turned> {
  const { handoff, epoch, agent, id: clientId, text, files } = message;
  const now = state.with;
  const owns = now.kind === 'agent' && now.handoff === handoff && now.epoch === epoch && now.agent.id === agent.id;
  if (!owns) {
    await refuse(message, scene.conversation, scene.ledger, scene.now);
    return { state, says: [] };
  }
  const words = { id: scene.message, once: `${agent.id}/${clientId}`, by: agent.id, text, files: files.length };
  const noted = await scene.ledger.handoffs.said(handoff, words, scene.now);
  if (noted === 'said before') return { state, says: [] };
  return { state, says: [{ name: 'agentMessage', agent, handoff, clientId, text, files }] };
}

export async function refuse(
  { handoff, epoch, agent, id }: AgentMessage,
  conversation: ConversationId,
  { deskEvents }: Pick<Ledger, 'deskEvents'>,
  at: Instant,
): Promise<void> {
  const key = `${conversation}/${handoff}/${epoch}/${id}/refused` as IdempotencyKey;
  await deskEvents.add({ kind: 'refused', handoff, conversation, by: agent.id, data: { id } }, key, at);
}
