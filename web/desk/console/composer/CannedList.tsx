import { useEffect, useRef } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { composerTexts } from './texts.ts';
import type { CannedAt } from './useCannedAt.ts';

/** Worked by the keys of the field, in which the focus stays. */
export function CannedList({ canned }: { readonly canned: CannedAt }) {
  const words = useTexts(composerTexts);
  const { id, found, chosen, language, fill, choose } = canned;
  const current = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen >= 0) current.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div className="canned popover">
      {found.length === 0 ? (
        <p className="list-section" role="status">
          {words.noCanned}
        </p>
      ) : (
        <div id={id} role="listbox" aria-label={words.canned} tabIndex={-1}>
          {found.map((reply, index) => (
            <div
              key={reply.id}
              id={`${id}-${index}`}
              ref={index === chosen ? current : null}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className="canned-item"
              // the focus stays in the field, whose keys do the same
              onPointerDown={(event) => event.preventDefault()}
              onPointerUp={() => choose(reply)}
            >
              <strong>/{reply.shortcut}</strong>
              <span className="canned-words" lang={language}>
                {fill(reply.text[language])}
              </span>
            </div>
          ))}
        </div>
      )}
      <p className="canned-hint">{words.cannedHint}</p>
    </div>
  );
}
