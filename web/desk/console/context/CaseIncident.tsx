import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { shortDate } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { IncidentDialog } from '../actions/IncidentDialog.tsx';
import { type Incident, incidentTexts } from '../actions/incidentTexts.ts';
import { STEPS } from '../actions/labels.ts';
import { useWho } from './useWho.ts';

interface Props {
  readonly file: ConversationView['cases'][number];
  readonly incident: Incident;
  readonly view: ConversationView;
}

const GRAVE: ReadonlySet<string> = new Set(['major', 'gravest']);

/** What is done about a security incident: its grade, the six steps with who and when, and what to record next. */
export function CaseIncident({ file, incident, view }: Props) {
  const words = useTexts(incidentTexts);
  const language = useLanguage();
  const { user } = useSession();
  const { grade, steps, next } = incident;
  const who = useWho(steps.length > 0);
  const [opened, setOpened] = useState(false);
  const mayRecord = (view.mine || user.role !== 'agent') && next.length > 0;
  return (
    <section className="case-incident" aria-label={words.section(file.number)}>
      <p className="item-about">
        <strong>{words.incident}</strong>
        <Badge tone={grade === null ? 'warn' : GRAVE.has(grade) ? 'danger' : 'neutral'}>
          {grade === null ? words.ungraded : words.gradeIs(words.grades[grade])}
        </Badge>
      </p>
      <ol>
        {STEPS.map((name) => {
          const done = steps.findLast(({ step, stands }) => step === name && stands);
          return (
            <li key={name} className={done ? 'done' : 'open'}>
              <span>{words.steps[name]}</span>{' '}
              {done ? (
                <span className="quiet">
                  {done.nobodyAffected && `${words.nobody} · `}
                  {who(done.by)} <time dateTime={done.at}>{shortDate(done.at, language)}</time>
                </span>
              ) : (
                <span className="quiet">{words.notYet}</span>
              )}
              {done?.text && <p className="case-note">{done.text}</p>}
            </li>
          );
        })}
      </ol>
      {mayRecord && <Button small label={words.record} onPress={() => setOpened(true)} />}
      {opened && (
        <IncidentDialog
          conversation={view.conversation}
          file={file}
          incident={incident}
          onClose={() => setOpened(false)}
        />
      )}
    </section>
  );
}
