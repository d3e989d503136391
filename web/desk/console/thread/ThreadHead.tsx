import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useQueue } from '../../lib/queries.ts';
import { go } from '../../lib/route.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useActions } from '../ActionsContext.tsx';
import { useDeskLive } from '../DeskContext.tsx';
import { queueTexts } from '../queue/texts.ts';
import { Waiting } from '../queue/Waiting.tsx';
import { threadTexts } from './texts.ts';

interface Props {
  readonly conversation: string;
  readonly customer: string;
  readonly handoff: HandoffView | null;
  readonly mine: boolean;
}

/** Who it is, how long they wait, who else looks, and what can be done. */
export function ThreadHead({ conversation, customer, handoff, mine }: Props) {
  const words = useTexts(threadTexts);
  const queue = useTexts(queueTexts);
  const { readAt } = useQueue();
  const { open, toggleContext, contextShown } = useActions();
  const viewers = useDeskLive((live) => live.viewers.get(conversation));
  return (
    <header className="thread-head">
      <span className="only-narrow">
        <Button
          label={words.back}
          icon="back"
          iconOnly
          variant="plain"
          onPress={() => go({ view: 'desk', conversation: null })}
        />
      </span>
      <div className="thread-who">
        <h2 className="cut">{customer}</h2>
        {handoff && (
          <p className="quiet cut">
            {queue.channel(handoff.channel)} · {queue.languages[handoff.language]}
            {viewers && viewers.length > 0 && (
              <span className="viewers">
                <Icon name="eye" />
                {words.viewing(viewers.map(({ name }) => name).join('、'))}
              </span>
            )}
          </p>
        )}
      </div>
      {handoff && handoff.owner.kind !== 'ended' && <Waiting handoff={handoff} readAt={readAt} />}
      {mine && (
        <>
          <span className="only-wide head-buttons">
            <Button small icon="transfer" label={words.transfer} shortcut="Alt+T" onPress={() => open('transfer')} />
            <Button small icon="finish" label={words.finish} shortcut="Alt+E" onPress={() => open('return')} />
          </span>
          <Menu
            label={words.more}
            icon="menu"
            iconOnly
            items={[
              { id: 'case', name: words.fileCase, icon: 'case', act: () => open('case'), keys: 'Alt+C' },
              { id: 'book', name: words.book, icon: 'calendar', act: () => open('book') },
              { id: 'transfer', name: words.transfer, icon: 'transfer', act: () => open('transfer'), keys: 'Alt+T' },
              { id: 'return', name: words.finish, icon: 'finish', act: () => open('return'), keys: 'Alt+E' },
            ]}
          />
        </>
      )}
      <Button
        label={words.details}
        icon="panel"
        iconOnly
        variant="plain"
        shortcut="Alt+O"
        expanded={contextShown}
        onPress={toggleContext}
      />
    </header>
  );
}
