import type { AuditView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useAgents } from '../../lib/queries.ts';
import { Table } from '../../parts/Table.tsx';
import { deeds } from './deeds.ts';
import { texts } from './texts.ts';

type Entry = AuditView['entries'][number];

export function AuditTable({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useTexts(texts);
  const done = useTexts(deeds);
  const language = useLanguage();
  const people = useAgents(true) ?? [];
  const nameOf = (subject: string | null) => people.find(({ id }) => id === subject)?.name ?? subject;
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
  return (
    <Table
      label={t.title}
      rows={entries}
      keyOf={({ seq }) => String(seq)}
      empty={<p className="quiet none-yet">{t.none}</p>}
      columns={[
        {
          key: 'at',
          name: t.at,
          cell: ({ at }) => (
            <time className="number" dateTime={at}>
              {moment.format(new Date(at))}
            </time>
          ),
        },
        { key: 'by', name: t.by, cell: ({ by, byName }) => (by === 'nobody' ? t.nobody : byName) },
        // what a newer release writes has no words here yet: it is shown as it is
        { key: 'what', name: t.what, cell: ({ what }) => done[what] ?? what },
        { key: 'subject', name: t.subject, cell: ({ subject }) => nameOf(subject) ?? t.nothing },
        { key: 'detail', name: t.detail, cell: ({ detail }) => detail ?? t.nothing },
      ]}
    />
  );
}
