import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HandoffView, QueueView } from '../../../adapters/desk/schemas.ts';
import { ApiError, call } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { KEYS } from '../lib/queries.ts';
import { go } from '../lib/route.ts';
import { serverNow } from '../lib/time.ts';
import { useToast } from '../parts/Toast.tsx';
import { useDesk } from './DeskContext.tsx';
import { queueTexts } from './queue/texts.ts';

/** Taking and passing on of customers. Accepting paints what is known at once and asks the server meanwhile. */
export function useAccept() {
  const queries = useQueryClient();
  const say = useToast();
  const words = useTexts(queueTexts);
  const { me } = useDesk();

  const again = () => queries.invalidateQueries({ queryKey: KEYS.queue });
  const take = useMutation({
    mutationFn: ({ handoff, owner }: HandoffView) => {
      const free = owner.kind === 'queue' || (owner.kind === 'offered' && owner.agent === me);
      // from a colleague only supervisors take it
      return call('POST', `/handoffs/${encodeURIComponent(handoff)}/${free ? 'accept' : 'take'}`);
    },
    onMutate(handoff) {
      queries.setQueryData<QueueView>(KEYS.queue, (queue) => queue && withMine(queue, handoff, me));
      go({ view: 'desk', conversation: handoff.conversation });
    },
    onError(error, handoff) {
      say(error instanceof ApiError && error.status === 409 ? words.taken : words.notReached, 'danger');
      // only when the agent is still looking at it
      if (location.hash.endsWith(encodeURIComponent(handoff.conversation))) go({ view: 'desk', conversation: null });
    },
    onSettled: (_answer, _error, { conversation }) =>
      Promise.all([again(), queries.invalidateQueries({ queryKey: KEYS.conversation(conversation) })]),
  });
  const pass = useMutation({
    mutationFn: ({ handoff }: HandoffView) => call('POST', `/handoffs/${encodeURIComponent(handoff)}/decline`),
    onMutate({ handoff }) {
      queries.setQueryData<QueueView>(
        KEYS.queue,
        (queue) =>
          queue && {
            ...queue,
            waiting: queue.waiting.map((each) =>
              each.handoff === handoff ? { ...each, owner: { kind: 'queue' as const } } : each,
            ),
          },
      );
    },
    onError: () => say(words.notReached, 'danger'),
    onSettled: again,
  });
  return { accept: take.mutate, decline: pass.mutate };
}

function withMine(queue: QueueView, handoff: HandoffView, agent: string): QueueView {
  const since = new Date(serverNow()).toISOString();
  const mine: HandoffView = { ...handoff, position: null, owner: { kind: 'agent', agent, since, firstReplyAt: null } };
  return {
    ...queue,
    waiting: queue.waiting.filter((each) => each.handoff !== handoff.handoff),
    mine: [mine, ...queue.mine.filter((each) => each.handoff !== handoff.handoff)],
  };
}
