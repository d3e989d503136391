import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { categoriesOf } from '../actions/prefill.ts';
import { ReclassifyDialog } from '../actions/ReclassifyDialog.tsx';
import { StageDialog } from '../actions/StageDialog.tsx';
import { CaseClock } from './CaseClock.tsx';
import { contextTexts } from './texts.ts';

type Case = ConversationView['cases'][number];
type Opened = { readonly kind: 'class' } | { readonly kind: 'stage'; readonly stage: Case['stage'] };

/** An open case with its clocks, and what may be done with it. */
export function CaseItem({ file, view }: { readonly file: Case; readonly view: ConversationView }) {
  const words = useTexts(contextTexts);
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
      <ul className="clocks">
        {file.clocks.map((clock) => (
          <CaseClock key={clock.name} clock={clock} name={catalogue?.clocks[clock.name]?.[language] ?? clock.name} />
        ))}
      </ul>
      {opened?.kind === 'class' && <ReclassifyDialog conversation={view.conversation} file={file} onClose={close} />}
      {opened?.kind === 'stage' && (
        <StageDialog conversation={view.conversation} file={file} stage={opened.stage} onClose={close} />
      )}
    </div>
  );
}
