import { useState } from 'react';
import type { CannedView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Table } from '../../parts/Table.tsx';
import { Loaded } from '../shared/Loaded.tsx';
import { texts as shared } from '../shared/texts.ts';
import { CannedForm } from './CannedForm.tsx';
import { useCannedReplies } from './data.ts';
import { found } from './draft.ts';
import { RemoveCanned } from './RemoveCanned.tsx';
import { texts } from './texts.ts';

type Open = { readonly kind: 'add' } | { readonly kind: 'edit' | 'remove'; readonly reply: CannedView };

/** Replies that agents insert with a slash. */
export function Canned() {
  const t = useTexts(texts);
  const query = useCannedReplies();
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const replies = query.data?.replies ?? [];
  return (
    <div className="admin-screen">
      <p className="quiet">{t.intro}</p>
      <div className="page-head">
        <Field label={t.search} type="search" value={wanted} onChange={setWanted} />
        <Button label={t.add} icon="plus" variant="primary" onPress={() => setOpen({ kind: 'add' })} />
      </div>
      <Loaded query={query}>{(data) => <Replies all={data.replies} wanted={wanted} onOpen={setOpen} />}</Loaded>
      {open?.kind === 'add' && <CannedForm reply={null} all={replies} onClose={close} />}
      {open?.kind === 'edit' && <CannedForm reply={open.reply} all={replies} onClose={close} />}
      {open?.kind === 'remove' && <RemoveCanned reply={open.reply} onClose={close} />}
    </div>
  );
}

interface Props {
  readonly all: readonly CannedView[];
  readonly wanted: string;
  readonly onOpen: (open: Open) => void;
}

function Replies({ all, wanted, onOpen }: Props) {
  const t = useTexts(texts);
  const { edit, remove } = useTexts(shared);
  const language = useLanguage();
  const rows = found(all, wanted);
  return (
    <>
      <p className="quiet" role="status">
        {t.showing(rows.length)}
      </p>
      <Table
        label={t.title}
        rows={rows}
        keyOf={({ id }) => id}
        empty={<p className="quiet none-yet">{all.length === 0 ? t.none : t.noneFound}</p>}
        columns={[
          { key: 'shortcut', name: t.shortcut, cell: ({ shortcut }) => <strong>/{shortcut}</strong> },
          { key: 'text', name: t.text, cell: ({ text }) => <span className="canned-text">{text[language]}</span> },
          {
            key: 'actions',
            name: t.actions,
            nameHidden: true,
            cell: (reply) => (
              <div className="row-actions">
                <Button label={edit} small onPress={() => onOpen({ kind: 'edit', reply })}>
                  <span className="hidden"> /{reply.shortcut}</span>
                </Button>
                <Button label={remove} small onPress={() => onOpen({ kind: 'remove', reply })}>
                  <span className="hidden"> /{reply.shortcut}</span>
                </Button>
              </div>
            ),
          },
        ]}
      />
    </>
  );
}
