import { useState } from 'react';
import type { ImprovementView } from '../../../adapters/desk/statistics/schemas.ts';
import { serverNow } from '../lib/time.ts';
import { Badge } from '../parts/Badge.tsx';
import { Button } from '../parts/Button.tsx';
import { cardId } from './cardId.ts';
import { EntryForm } from './EntryForm.tsx';
import { decimal } from './numbers.ts';
import { dayAt } from './period.ts';
import { Stages } from './Stages.tsx';
import { isOverdue } from './stageOrder.ts';
import { useWords } from './words.ts';

/** How an improvement stands, what was written, and the form for what comes next. */
export function ImprovementCard({ one }: { readonly one: ImprovementView }) {
  const { t, problem, date } = useWords();
  const [writing, setWriting] = useState(false);
  const name = problem(one);
  return (
    <article className="improvement" id={cardId(one.id)} tabIndex={-1} aria-label={name}>
      <div className="improvement-head">
        <h3>{name}</h3>
        <span className="quiet">
          {one.closedAt === null ? t.opened(date(one.openedAt)) : t.closed(date(one.closedAt))}
        </span>
      </div>
      <Stages now={one.stage} />
      <Facts one={one} />
      <ol className="entries" aria-label={t.entries}>
        {one.entries.map((entry) => (
          <li key={`${entry.at} ${entry.stage} ${entry.text}`}>
            <p className="entry-head">
              <Badge tone="brand">{t.stages[entry.stage]}</Badge>
              <span>{entry.by.name}</span>
              <time className="quiet" dateTime={entry.at}>
                {date(entry.at)}
              </time>
            </p>
            <p className="entry-text">{entry.text}</p>
          </li>
        ))}
      </ol>
      {one.stage !== 'done' && !writing && (
        <p>
          <Button small icon="plus" label={t.addEntry} onPress={() => setWriting(true)}>
            <span className="hidden"> {name}</span>
          </Button>
        </p>
      )}
      {one.stage !== 'done' && writing && <EntryForm of={one} onDone={() => setWriting(false)} />}
    </article>
  );
}

function Facts({ one }: { readonly one: ImprovementView }) {
  const { t, date } = useWords();
  const { owner, due, perDay } = one;
  const since = perDay.since === null ? t.nothing : decimal(perDay.since, 2);
  return (
    <dl className="pairs">
      <div>
        <dt>{t.ownerIs}</dt>
        <dd>{owner?.name ?? t.nobody}</dd>
      </div>
      <div>
        <dt>{t.dueIs}</dt>
        <dd>
          {due === null ? t.nothing : <time dateTime={due}>{date(due)}</time>}{' '}
          {isOverdue(one, dayAt(serverNow())) && <Badge tone="danger">{t.overdue}</Badge>}
        </dd>
      </div>
      <div>
        <dt>{t.perDay}</dt>
        <dd className="number">{t.perDayIs(decimal(perDay.before, 2), since)}</dd>
      </div>
    </dl>
  );
}
