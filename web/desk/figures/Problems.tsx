import { useState } from 'react';
import type { ProblemView } from '../../../adapters/desk/statistics/schemas.ts';
import { Button } from '../parts/Button.tsx';
import { Table } from '../parts/Table.tsx';
import { cardId } from './cardId.ts';
import { count } from './numbers.ts';
import { OpenDialog } from './OpenDialog.tsx';
import { useWords } from './words.ts';

const keyOf = ({ kind, category, area }: ProblemView): string => JSON.stringify([kind, category, area]);

/** What comes up again and again, and what is done about it (OSM 5.3.2). */
export function Problems({ problems }: { readonly problems: readonly ProblemView[] }) {
  const { t, problem } = useWords();
  const [improved, setImproved] = useState<ProblemView | null>(null);
  return (
    <>
      <Table
        label={t.problems}
        rows={problems}
        keyOf={keyOf}
        empty={<p className="quiet none-yet">{t.problemsEmpty}</p>}
        columns={[
          { key: 'problem', name: t.problem, cell: (one) => <strong>{problem(one)}</strong> },
          { key: 'count', name: t.count, end: true, cell: (one) => count(one.count) },
          { key: 'change', name: t.change, cell: (one) => <Change of={one} /> },
          { key: 'open', name: t.open, end: true, cell: ({ open }) => count(open) },
          { key: 'reopened', name: t.reopened, end: true, cell: ({ reopened }) => count(reopened) },
          {
            key: 'actions',
            name: t.actions,
            nameHidden: true,
            cell: (one) => (
              <div className="row-actions">
                <Act one={one} onImprove={() => setImproved(one)} />
              </div>
            ),
          },
        ]}
      />
      {improved !== null && <OpenDialog problem={improved} onClose={() => setImproved(null)} />}
    </>
  );
}

function Act({ one, onImprove }: { readonly one: ProblemView; readonly onImprove: () => void }) {
  const { t, problem } = useWords();
  const { improvement } = one;
  const what = <span className="hidden"> {problem(one)}</span>;
  if (improvement === null)
    return (
      <Button small label={t.improve} onPress={onImprove}>
        {what}
      </Button>
    );
  return (
    <Button
      small
      variant="plain"
      label={t.toImprovement}
      onPress={() => document.getElementById(cardId(improvement))?.focus()}
    >
      {what}
    </Button>
  );
}

function Change({ of: { count: now, before } }: { readonly of: ProblemView }) {
  const { t } = useWords();
  const by = count(Math.abs(now - before));
  return (
    <>
      {now > before && t.more(by)}
      {now < before && t.fewer(by)}
      {now === before && t.same} <span className="quiet">({t.before(count(before))})</span>
    </>
  );
}
