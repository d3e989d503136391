import type { NoteView } from '../../../../adapters/desk/schemas.ts';
import { clockTime } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { threadTexts } from './texts.ts';
import { Words } from './Words.tsx';

const ICONS = { note: 'note', whisper: 'eye', transfer: 'transfer' } as const;

/** What staff wrote for staff; the customer never sees it. */
export function NoteLine({ note: { kind, byName, at, text } }: { readonly note: NoteView }) {
  const words = useTexts(threadTexts);
  const language = useLanguage();
  const name = { note: words.note, whisper: words.whisper, transfer: words.transferNote }[kind];
  return (
    <aside className={`note ${kind}`} aria-label={`${name} · ${byName}`}>
      <p className="note-head">
        <Icon name={ICONS[kind]} />
        <strong>{name}</strong>
        <span>{byName}</span>
        <time className="number" dateTime={at}>
          {clockTime(at, language)}
        </time>
        <span className="note-hint">{words.onlyStaff}</span>
      </p>
      <p className="text">
        <Words text={text} />
      </p>
    </aside>
  );
}
