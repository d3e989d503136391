import { useState } from 'react';
import type { HandoffView } from '../../../adapters/desk/schemas.ts';
import { hashOf } from '../lib/route.ts';
import { useSession } from '../lib/session.tsx';
import { Button } from '../parts/Button.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { TakeOverDialog } from './TakeOverDialog.tsx';
import { WhisperDialog } from './WhisperDialog.tsx';
import { useWords } from './words.ts';

/** What a supervisor may do with a customer; every name says with whom. */
export function RowActions({ row }: { readonly row: HandoffView }) {
  const { t } = useWords();
  const { user } = useSession();
  const [open, setOpen] = useState<'whisper' | 'takeOver' | 'assign' | null>(null);
  const close = () => setOpen(null);
  const who = <span className="hidden"> {row.customer}</span>;
  const mine = row.owner.kind === 'agent' && row.owner.agent === user.id;
  return (
    <div className="row-actions">
      <a className="button small" href={hashOf({ view: 'desk', conversation: row.conversation })}>
        {t.listen}
        {who}
      </a>
      {row.owner.kind === 'agent' && !mine && (
        <Button label={t.whisper} small onPress={() => setOpen('whisper')}>
          {who}
        </Button>
      )}
      {!mine && (
        <Button label={t.takeOver} small onPress={() => setOpen('takeOver')}>
          {who}
        </Button>
      )}
      <Button label={t.assign} small onPress={() => setOpen('assign')}>
        {who}
      </Button>
      {open === 'whisper' && <WhisperDialog row={row} onClose={close} />}
      {open === 'takeOver' && <TakeOverDialog row={row} onClose={close} />}
      {open === 'assign' && <AssignDialog row={row} onClose={close} />}
    </div>
  );
}
