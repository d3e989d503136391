import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { useMedia } from '../lib/media.ts';
import { useQueue } from '../lib/queries.ts';
import { go } from '../lib/route.ts';
import { usePreferences } from '../lib/usePreferences.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { shellTexts } from '../texts.ts';
import { ActionsContext, type Dialogue, focusComposer } from './ActionsContext.tsx';
import { Alerts } from './alert/Alerts.tsx';
import { ClockAlerts } from './alert/ClockAlerts.tsx';
import { ContextPane } from './context/ContextPane.tsx';
import { useDesk } from './DeskContext.tsx';
import { Dialogues } from './Dialogues.tsx';
import { useDeskKeys } from './keys/useDeskKeys.ts';
import { QueuePane } from './queue/QueuePane.tsx';
import { ThreadPane } from './thread/ThreadPane.tsx';
import { threadTexts } from './thread/texts.ts';
import { useLeaving } from './useLeaving.ts';

interface Props {
  readonly shown: boolean;
  /** Conversation on the screen. */
  readonly current: string | null;
}

/** Wide enough for three panes; as in style/shell.css. */
const WIDE = '(min-width: 62.01rem)';

/** The three panes of the desk; one at a time where the screen is narrow. */
export function Panes({ shown, current }: Props) {
  const words = useTexts(threadTexts);
  const shell = useTexts(shellTexts);
  const desk = useDesk();
  const { queue } = useQueue();
  const { preferences, change } = usePreferences();
  const [dialogue, open] = useState<Dialogue | null>(null);
  const [tab, setTab] = useState<'reply' | 'note'>('reply');
  const wide = useMedia(WIDE);
  const [over, setOver] = useState<string | null>(null);
  // beside the conversation as the agent likes it; over it only when asked for, and for this one
  const context = wide ? preferences.context : over !== null && over === current;
  useEffect(() => desk.look(shown ? current : null), [desk, shown, current]);
  useLeaving(current);
  const actions = useMemo(
    () => ({
      open,
      tab,
      write(chosen: 'reply' | 'note') {
        setTab(chosen);
        requestAnimationFrame(focusComposer);
      },
      contextShown: context,
      toggleContext: () => (wide ? change({ context: !context }) : setOver(context ? null : current)),
    }),
    [tab, context, change, wide, current],
  );
  const rows = [...(queue?.mine ?? []), ...(queue?.waiting ?? [])];
  const row = rows.find(({ conversation }) => conversation === current);
  return (
    <ActionsContext value={actions}>
      <Keys shown={shown} current={current} />
      <main className="desk" hidden={!shown} data-inside={current !== null} data-context={context && current !== null}>
        <h1 className="hidden">{shell.desk}</h1>
        <QueuePane current={current} />
        {current === null ? (
          <section className="pane thread nothing" aria-label={words.pane}>
            <EmptyState icon="chat" title={words.choose}>
              {words.chooseAbout}
            </EmptyState>
          </section>
        ) : (
          <ThreadPane conversation={current} row={row} />
        )}
        {current !== null && context && <ContextPane conversation={current} />}
      </main>
      <Alerts />
      <ClockAlerts />
      <Dialogues
        dialogue={dialogue}
        conversation={current}
        onClose={() => open(null)}
        onGone={() => {
          open(null);
          go({ view: 'desk', conversation: null });
        }}
      />
    </ActionsContext>
  );
}

function Keys(props: Props) {
  useDeskKeys(props);
  return null;
}
