import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { shortDate } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { PauseDialog } from '../actions/PauseDialog.tsx';
import { categoriesOf } from '../actions/prefill.ts';
import { ReclassifyDialog } from '../actions/ReclassifyDialog.tsx';
import { ResumeDialog } from '../actions/ResumeDialog.tsx';
import { askedIn, RightsDialog } from '../actions/RightsDialog.tsx';
import { rightsTexts } from '../actions/rightsTexts.ts';
import { StageDialog } from '../actions/StageDialog.tsx';
import { CaseClock } from './CaseClock.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseIncident } from './CaseIncident.tsx';
import { contextTexts } from './texts.ts';

type Case = ConversationView['cases'][number];
type Opened =
  | { readonly kind: 'class' | 'pause' | 'resume' | 'rights' }
  | { readonly kind: 'stage'; readonly stage: Case['stage'] };

/** Clocks that run: what a question to the customer may pause. */
const RUNS: ReadonlySet<string> = new Set(['running', 'warning']);

/** An open case with its clocks, and what may be done with it. */
export function CaseItem({ file, view }: { readonly file: Case; readonly view: ConversationView }) {
  const words = useTexts(contextTexts);
  const rights = useTexts(rightsTexts);
  const { user } = useSession();
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [opened, setOpened] = useState<Opened | null>(null);
  const stage = catalogue?.stages[file.stage];
  const names = file.kind === 'complaint' ? catalogue?.complaintCategories : catalogue?.faultCategories;
  const kind = catalogue?.caseKinds[file.kind]?.[language] ?? file.kind;
  const category = file.category === null ? null : (names?.[file.category]?.[language] ?? file.category);
  const severity = file.severity === null ? null : catalogue?.severities[file.severity]?.[language];
  const close = () => setOpened(null);
  return (
    <div className="item case-item">
      <div className="item-head">
        <strong className="number">{file.number}</strong>
        {view.mine && (
          <Menu
            label={words.caseMenu(file.number)}
            icon="menu"
            iconOnly
            small
            items={[
              ...(stage?.next ?? []).map((next) => ({
                id: next,
                name: words.stageTo(catalogue?.stages[next]?.names[language] ?? next),
                icon: 'next' as const,
                act: () => setOpened({ kind: 'stage', stage: next }),
              })),
              ...(file.waiting !== null || file.clocks.some(({ state }) => RUNS.has(state))
                ? [
                    {
                      id: 'wait',
                      name: file.waiting === null ? words.pause : words.resume,
                      icon: file.waiting === null ? ('clock' as const) : ('next' as const),
                      divided: true,
                      act: () => setOpened({ kind: file.waiting === null ? 'pause' : 'resume' }),
                    },
                  ]
                : []),
              ...(categoriesOf(file.kind).length > 0
                ? [
                    {
                      id: 'class',
                      name: words.reclassify,
                      icon: 'settings' as const,
                      divided: true,
                      act: () => setOpened({ kind: 'class' }),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </div>
      <p className="item-about">
        <Badge tone="brand">{stage?.names[language] ?? file.stage}</Badge>
        <span className="quiet">{[kind, category, severity].filter(Boolean).join(' · ')}</span>
      </p>
      {file.waiting !== null && (
        <div className="case-waiting">
          <Badge tone="warn">{words.waiting(shortDate(file.waiting.since, language))}</Badge>
          <p className="case-note">{file.waiting.question}</p>
        </div>
      )}
      {file.kind === 'privacy' && (
        <>
          <p className="case-note">{askedIn(file, rights)}</p>
          {user.role !== 'agent' && (
            <Button small label={rights.rights} onPress={() => setOpened({ kind: 'rights' })} />
          )}
        </>
      )}
      {file.incident !== null && <CaseIncident file={file} incident={file.incident} view={view} />}
      <ul className="clocks">
        {file.clocks.map((clock) => (
          <CaseClock key={clock.name} clock={clock} name={catalogue?.clocks[clock.name]?.[language] ?? clock.name} />
        ))}
      </ul>
      <CaseHistory history={file.history} />
      {opened?.kind === 'rights' && <RightsDialog conversation={view.conversation} file={file} onClose={close} />}
      {opened?.kind === 'pause' && <PauseDialog conversation={view.conversation} file={file} onClose={close} />}
      {opened?.kind === 'resume' && <ResumeDialog conversation={view.conversation} file={file} onClose={close} />}
      {opened?.kind === 'class' && <ReclassifyDialog conversation={view.conversation} file={file} onClose={close} />}
      {opened?.kind === 'stage' && (
        <StageDialog conversation={view.conversation} file={file} stage={opened.stage} onClose={close} />
      )}
    </div>
  );
}
