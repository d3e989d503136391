import { useState } from 'react';
import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useClosed, useQueue } from '../../lib/queries.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { useDesk } from '../DeskContext.tsx';
import { OfferCard } from './OfferCard.tsx';
import { Row } from './Row.tsx';
import { Status } from './Status.tsx';
import { queueTexts } from './texts.ts';

type Tab = 'waiting' | 'mine' | 'closed';

/** Left: offers to me, then whoever waits, is with me, or was. */
export function QueuePane({ current }: { readonly current: string | null }) {
  const words = useTexts(queueTexts);
  const { me } = useDesk();
  const { queue, readAt } = useQueue();
  const [tab, setTab] = useState<Tab>('mine');
  const closed = useClosed(tab === 'closed');
  const waiting = queue?.waiting ?? [];
  const more = queue?.more ?? 0;
  const mine = queue?.mine ?? [];
  const offers = waiting.filter(({ owner }) => owner.kind === 'offered' && owner.agent === me);
  const rows = (handoffs: readonly HandoffView[]) => (
    <ul className="rows">
      {handoffs.map((handoff) => (
        <li key={handoff.handoff}>
          <Row handoff={handoff} readAt={readAt} current={handoff.conversation === current} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="pane queue" aria-label={words.pane}>
      <Status />
      <div className="offers" role="status">
        {offers.map((handoff) =>
          handoff.owner.kind === 'offered' ? (
            <OfferCard key={handoff.handoff} handoff={handoff} until={handoff.owner.until} />
          ) : null,
        )}
      </div>
      <Tabs
        label={words.tabs}
        className="queue-tabs"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'mine',
            name: <Counted name={words.mine} count={mine.length} />,
            content:
              mine.length > 0 ? (
                rows(mine)
              ) : (
                <EmptyState icon="chat" title={words.nobodyMine}>
                  {words.nobodyMineAbout}
                </EmptyState>
              ),
          },
          {
            id: 'waiting',
            name: <Counted name={words.waiting} count={waiting.length + more} />,
            content:
              waiting.length > 0 ? (
                <>
                  {rows(waiting)}
                  {more > 0 && <p className="quiet rows-more">{words.behind(more)}</p>}
                </>
              ) : (
                <EmptyState icon="queue" title={words.nobodyWaits}>
                  {words.nobodyWaitsAbout}
                </EmptyState>
              ),
          },
          {
            id: 'closed',
            name: words.closed,
            content:
              closed === undefined || closed.length > 0 ? (
                rows(closed ?? [])
              ) : (
                <EmptyState icon="tick" title={words.nothingClosed} />
              ),
          },
        ]}
      />
    </section>
  );
}

function Counted({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <>
      {name}
      <span className="tab-count number">{count}</span>
    </>
  );
}
