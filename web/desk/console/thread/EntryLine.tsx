import { clockTime } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Attached } from './Attached.tsx';
import { EntryCard } from './EntryCard.tsx';
import type { Line } from './lines.ts';
import { threadTexts } from './texts.ts';
import { Words } from './Words.tsx';

interface Props {
  readonly line: Extract<Line, { kind: 'entry' }>;
  readonly customer: string;
}

/** What somebody said: who and when stand at the first of several in a row. */
export function EntryLine({ line: { entry, speaker, opens }, customer }: Props) {
  const words = useTexts(threadTexts);
  const language = useLanguage();
  const name = { customer, bot: words.bot, me: words.me, agent: entry.name ?? '' }[speaker];
  return (
    <div className={`said ${speaker}`} data-opens={opens}>
      {opens ? <Avatar name={name} kind={speaker} /> : <span className="avatar-gap" />}
      <div className="said-body">
        {opens ? (
          <p className="said-who">
            <strong>{name}</strong>
            <time className="number" dateTime={entry.at}>
              {clockTime(entry.at, language)}
            </time>
          </p>
        ) : (
          <span className="hidden">{words.said(name, '')}</span>
        )}
        <div className="bubble" lang={entry.language ?? undefined}>
          {entry.text !== '' && (
            <p className="text">
              <Words text={entry.text} />
            </p>
          )}
          {entry.attachments.map((attachment) => (
            <Attached key={`${attachment.url} ${attachment.name}`} attachment={attachment} />
          ))}
          <EntryCard card={entry.card} />
        </div>
        {entry.choices.length > 0 && (
          <ul className="choices" aria-label={words.choices} lang={entry.language ?? undefined}>
            {entry.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
        )}
        {speaker === 'me' && (
          <p className="delivery">
            <Icon name="ticks" />
            {words.delivered}
          </p>
        )}
      </div>
    </div>
  );
}
