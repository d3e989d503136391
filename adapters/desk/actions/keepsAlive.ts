import type { ConversationId } from '../../../domain/ids.ts';
import type { DeskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import type { SignsOfLife } from '../live/signsOfLife.ts';

const PREFIX = '/desk/api/conversations/:id';

/**
 * Reading or doing anything about a conversation is a sign of life of the agent who has it: a client without an open socket
 * keeps its customers by asking for them. One that cannot be written down fails nothing; the next one is as good.
 */
export function keepsAlive(
  { guard, log }: Pick<DeskDeps, 'guard' | 'log'>,
  life: Pick<SignsOfLife, 'alive'>,
  operation: DeskOperation,
): DeskOperation {
  if (operation.path !== PREFIX && !operation.path.startsWith(`${PREFIX}/`)) return operation;
  return {
    ...operation,
    async run(call) {
      const answer = await operation.run(call);
      const conversation = call.params.id ?? '';
      await life.alive(guard.caller(call).staff.id, conversation as ConversationId).catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.name : typeof error }, 'a sign of life was not written down');
      });
      return answer;
    },
  };
}
