import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import { duration } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { useNow } from '../../lib/time.ts';
import { Icon } from '../../parts/icons.tsx';
import { queueTexts } from './texts.ts';
import { waitOf } from './urgency.ts';

/** The running clock of a customer who waits, in the colour of the manual's target and limit. */
export function Waiting({ handoff, readAt }: { readonly handoff: HandoffView; readonly readAt: number }) {
  const words = useTexts(queueTexts);
  const language = useLanguage();
  const limits = useCatalogue()?.handoff;
  const now = useNow();
  const wait = waitOf(handoff, limits, { serverMs: now, sinceReadMs: Date.now() - readAt });
  if (wait === null) {
    return (
      <span className="waiting answered">
        <Icon name="tick" />
        <span className="hidden">{words.answered}</span>
      </span>
    );
  }
  return (
    <span className={`waiting number ${wait.urgency}`}>
      <Icon name={wait.urgency === 'limit' ? 'warning' : 'clock'} />
      <span className="hidden">{handoff.owner.kind === 'agent' ? words.answerDue : words.waited}</span>
      {duration(wait.seconds, language)}
    </span>
  );
}
