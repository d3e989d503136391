import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Form } from './Form.tsx';
import { incidentTexts } from './incidentTexts.ts';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

type Case = ConversationView['cases'][number];
interface Props {
  readonly conversation: string;
  readonly file: Case;
  readonly stage: Case['stage'];
  readonly onClose: () => void;
}

/** Moves a case on, with what was done; the customer hears of it. */
export function StageDialog({ conversation, file, stage, onClose }: Props) {
  const words = useTexts(actionTexts);
  const { missing } = useTexts(incidentTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [note, setNote] = useState('');
  const [id] = useState(() => crypto.randomUUID());
  const { submit, pending, fault } = useSubmit({
    path: `/cases/${encodeURIComponent(file.number)}/stage`,
    conversation,
    done: () => words.stageChanged,
    onDone: onClose,
    refusal: ({ code }) => (code === 'SameHand' ? words.ownWork : code === 'StepMissing' ? missing : null),
  });
  return (
    <Dialog title={`${file.number} · ${words.changeStage}`} open onClose={onClose}>
      <Form
        label={words.stageTo(catalogue?.stages[stage]?.names[language] ?? stage)}
        ready
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => submit({ id, stage, ...(note.trim() === '' ? {} : { note: note.trim() }) })}
      >
        <Field label={words.stageNote} rows={3} maxLength={2000} value={note} onChange={setNote} autoFocus />
      </Form>
    </Dialog>
  );
}
