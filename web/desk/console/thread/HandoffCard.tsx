import { useState } from 'react';
import type { ConversationView, HandoffView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/icons.tsx';
import { queueTexts } from '../queue/texts.ts';
import { threadTexts } from './texts.ts';

interface Props {
  readonly handoff: HandoffView;
  /** Undefined while it is being read: then the row of the queue says what it knows. */
  readonly view: ConversationView | undefined;
}

const PERCENT = 100;
/** Where the summary does not push the conversation itself out of sight. */
const ROOMY = '(min-width: 44.01rem) and (min-height: 40rem)';

/** Why a person is needed and what is known already, so that the customer never repeats themselves (manual section 8). */
export function HandoffCard({ handoff, view }: Props) {
  const words = useTexts(threadTexts);
  const queue = useTexts(queueTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [open, setOpen] = useState(() => matchMedia(ROOMY).matches);
  const { reason, severity } = handoff;
  const understood = view?.understood;
  const intent = understood?.intent;
  const score =
    understood?.confidence === null || understood === undefined
      ? ''
      : ` ${Math.round(understood.confidence * PERCENT)}%`;
  return (
    <details className="summary" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name="next" />
        <strong className="summary-title">{words.handoff}</strong>
        <Badge tone={reason === 'security' || reason === 'major-complaint' ? 'danger' : 'brand'}>
          {queue.reasons[reason]}
        </Badge>
        {severity !== null && severity !== 'minor' && (
          <Badge tone={severity === 'major' ? 'danger' : 'warn'}>{queue.severities[severity]}</Badge>
        )}
        {understood?.mood === 'upset' && reason !== 'anger' && <Badge tone="warn">{words.moods.upset}</Badge>}
        {!open && understood && (
          <span className="cut quiet" lang={handoff.language}>
            {understood.words}
          </span>
        )}
      </summary>
      <dl className="pairs columns">
        {understood && understood.words !== '' && (
          <div className="whole">
            <dt>{words.words}</dt>
            <dd lang={handoff.language}>“{understood.words}”</dd>
          </div>
        )}
        {understood && (
          <>
            <div>
              <dt>{words.intent}</dt>
              <dd>
                {intent ? (catalogue?.intents[intent]?.[language] ?? intent) : words.unknown}
                <span className="quiet number">{score}</span>
              </dd>
            </div>
            <div>
              <dt>{words.mood}</dt>
              <dd>{words.moods[understood.mood]}</dd>
            </div>
            {understood.slots.map(({ field, label, value }) => (
              <div key={field}>
                <dt>{label[language]}</dt>
                <dd lang={handoff.language}>{value}</dd>
              </div>
            ))}
          </>
        )}
        {view && (
          <>
            <div>
              <dt>{words.openCases}</dt>
              <dd className="number">
                {view.cases.length === 0 ? words.none : view.cases.map(({ number }) => number).join(' · ')}
              </dd>
            </div>
            <div>
              <dt>{words.history}</dt>
              <dd>{view.earlier.length === 0 ? words.none : words.historyOf(view.earlier.length)}</dd>
            </div>
          </>
        )}
      </dl>
    </details>
  );
}
