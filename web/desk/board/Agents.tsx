import type { StaffView } from '../../../adapters/desk/schemas.ts';
import { useTexts } from '../lib/language.tsx';
import { Badge, type Tone } from '../parts/Badge.tsx';
import { Table } from '../parts/Table.tsx';
import { languageNames, shellTexts } from '../texts.ts';
import { useShown, useWords } from './words.ts';

const TONES: Readonly<Record<StaffView['status'], Tone>> = { available: 'ok', busy: 'warn', away: 'neutral' };
const ORDER: readonly StaffView['status'][] = ['available', 'busy', 'away'];

/** The people at the desk; those who can take a customer first. */
export function Agents() {
  const { t, catalogue, named } = useWords();
  const { statuses } = useTexts(shellTexts);
  const { board } = useShown();
  const rank = (each: StaffView) => (each.present ? ORDER.indexOf(each.status) : ORDER.length);
  const rows = board.agents.filter((each) => !each.disabled).toSorted((a, b) => rank(a) - rank(b));
  return (
    <Table
      label={t.agents}
      rows={rows}
      keyOf={({ id }) => id}
      empty={<p className="quiet none-yet">{t.agentsEmpty}</p>}
      columns={[
        { key: 'name', name: t.name, cell: ({ name }) => <strong>{name}</strong> },
        {
          key: 'status',
          name: t.status,
          cell: ({ status, present }) =>
            present ? <Badge tone={TONES[status]}>{statuses[status]}</Badge> : <Badge>{t.gone}</Badge>,
        },
        {
          key: 'load',
          name: t.load,
          cell: ({ load, limit }) => (
            <span className="board-clock">
              <span className="number">
                {load} / {limit}
              </span>{' '}
              {load >= limit && <Badge tone="warn">{t.full}</Badge>}
            </span>
          ),
        },
        {
          key: 'skills',
          name: t.skills,
          cell: ({ skills }) => skills.map((team) => named(catalogue.teams, team)).join(t.comma) || t.nothing,
        },
        {
          key: 'languages',
          name: t.language,
          cell: ({ languages }) => languages.map((each) => languageNames[each]).join(t.comma),
        },
      ]}
    />
  );
}
