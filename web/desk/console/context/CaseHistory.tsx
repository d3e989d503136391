import { useState } from 'react';
import type { ConversationView, DeskCatalogue } from '../../../../adapters/desk/schemas.ts';
import { shortDate } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { incidentTexts } from '../actions/incidentTexts.ts';
import { STEPS } from '../actions/labels.ts';
import { contextTexts } from './texts.ts';
import { useWho } from './useWho.ts';

type Entry = ConversationView['cases'][number]['history'][number];

/** What happened to a case, newest first, with what was written. */
export function CaseHistory({ history }: { readonly history: readonly Entry[] }) {
  const words = useTexts(contextTexts);
  const incident = useTexts(incidentTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [open, setOpen] = useState(false);
  const who = useWho(open);
  if (history.length === 0) return null;
  const about = ({ what, detail }: Entry) => {
    const named = what === 'incident' ? stepIn(detail, incident) : detail && nameOf(catalogue, detail)?.[language];
    return [words.historyWhat[what], named].filter(Boolean).join(' · ');
  };
  return (
    <details className="case-history" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.history}</summary>
      <ol>
        {numbered(history).map(({ place, entry }) => (
          <li key={place}>
            <time dateTime={entry.at}>{shortDate(entry.at, language)}</time> {about(entry)}
            <span className="quiet"> {who(entry.by)}</span>
            {entry.note !== null && <p className="case-note">{entry.note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** A stage or a clock of the manual; anything else a detail may be says nothing to people. */
function nameOf(catalogue: DeskCatalogue | undefined, detail: string) {
  return catalogue?.stages[detail]?.names ?? catalogue?.clocks[detail];
}

/** The name of the step in a detail such as `graded major`. */
function stepIn(detail: string | null, { steps }: (typeof incidentTexts)['en']): string | null {
  const step = STEPS.find((each) => each === detail?.split(' ')[0]);
  return step === undefined ? null : steps[step];
}

/** An entry keeps its place: only newer ones come. */
function numbered(history: readonly Entry[]) {
  return history.map((entry, place) => ({ place, entry })).toReversed();
}
