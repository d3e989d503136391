import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { Button } from '../../parts/Button.tsx';
import { queueTexts } from '../queue/texts.ts';
import { useAccept } from '../useAccept.ts';
import { threadTexts } from './texts.ts';

interface Props {
  readonly handoff: HandoffView;
  readonly nameOf: (staff: string) => string;
}

/** In place of the field: why one cannot write here, and what to do about it. */
export function NotMine({ handoff, nameOf }: Props) {
  const words = useTexts(threadTexts);
  const queue = useTexts(queueTexts);
  const { user } = useSession();
  const { accept } = useAccept();
  const { owner } = handoff;
  if (owner.kind === 'ended') return <p className="not-mine">{words.ended}</p>;
  if (owner.kind === 'agent') {
    return (
      <div className="not-mine">
        <p>{words.withOther(nameOf(owner.agent))}</p>
        {user.role !== 'agent' && <Button small label={words.takeOver} onPress={() => accept(handoff)} />}
      </div>
    );
  }
  const withOther = owner.kind === 'offered' && owner.agent !== user.id;
  return (
    <div className="not-mine">
      <p>{withOther ? queue.offeredToOther : words.notMine}</p>
      {!withOther && <Button variant="primary" label={queue.accept} shortcut="Alt+A" onPress={() => accept(handoff)} />}
    </div>
  );
}
