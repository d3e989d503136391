import { useMemo } from 'react';
import type { HandoffView, NoteView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useAgents } from '../../lib/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Composer } from '../composer/Composer.tsx';
import { useConversation, useDesk, useDeskLive } from '../DeskContext.tsx';
import { calledIn } from '../queue/called.ts';
import { queueTexts } from '../queue/texts.ts';
import { Announcer } from './Announcer.tsx';
import { HandoffCard } from './HandoffCard.tsx';
import { lines } from './lines.ts';
import { NotMine } from './NotMine.tsx';
import { ThreadHead } from './ThreadHead.tsx';
import { Transcript } from './Transcript.tsx';
import { Typing } from './Typing.tsx';
import { threadTexts } from './texts.ts';

interface Props {
  readonly conversation: string;
  /** What the queue knows of it. */
  readonly row: HandoffView | undefined;
}

const NO_NOTES: readonly NoteView[] = [];

/** Middle: the summary, the transcript from the first word, and where one writes. */
export function ThreadPane({ conversation, row }: Props) {
  const words = useTexts(threadTexts);
  const queue = useTexts(queueTexts);
  const { me } = useDesk();
  const { data: view, isError, refetch } = useConversation(conversation);
  const agents = useAgents(true);
  const thread = useDeskLive((live) => live.threads.get(conversation));
  const outbox = useDeskLive((live) => live.outbox);
  const handoff = row ?? view?.handoff ?? null;
  const owner = handoff?.owner;
  const mine = owner?.kind === 'agent' && owner.agent === me;
  const customer = view?.customer.name ?? (handoff ? calledIn(handoff, queue.channel) : words.customer);
  const lang = view?.language ?? handoff?.language ?? 'zh-Hans';
  const notes = view?.notes ?? NO_NOTES;
  const all = useMemo(() => {
    const own = outbox.filter((message) => message.conversation === conversation);
    return lines(thread?.entries ?? [], notes, own, me);
  }, [thread, notes, outbox, conversation, me]);
  const nameOf = (id: string) => agents?.find((agent) => agent.id === id)?.name ?? '…';

  return (
    <section className="pane thread" aria-label={`${words.pane} · ${customer}`}>
      <ThreadHead conversation={conversation} customer={customer} handoff={handoff} mine={mine} />
      {handoff && <HandoffCard key={`card ${conversation}`} handoff={handoff} view={view} />}
      {thread !== undefined ? (
        <Transcript key={`words ${conversation}`} lines={all} customer={customer} lang={lang} />
      ) : isError ? (
        <EmptyState icon="warning" title={words.notReadable}>
          <Button label={words.again} onPress={() => void refetch()} />
        </EmptyState>
      ) : (
        <div className="transcript skeleton" role="status">
          <span className="hidden">{words.loading}</span>
          <i />
          <i />
          <i />
        </div>
      )}
      <Announcer key={`news ${conversation}`} entries={thread?.entries ?? []} customer={customer} />
      <Typing conversation={conversation} customer={customer} nameOf={nameOf} />
      {mine ? (
        <Composer key={`write ${conversation}`} conversation={conversation} view={view} lang={lang} />
      ) : (
        handoff && <NotMine handoff={handoff} nameOf={nameOf} />
      )}
    </section>
  );
}
