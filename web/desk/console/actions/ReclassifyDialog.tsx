import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { Form } from './Form.tsx';
import { optionsOf } from './options.ts';
import { categoriesOf } from './prefill.ts';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly conversation: string;
  readonly file: ConversationView['cases'][number];
  readonly onClose: () => void;
}

/** Says that a case belongs elsewhere; its history keeps both categories. */
export function ReclassifyDialog({ conversation, file, onClose }: Props) {
  const words = useTexts(actionTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [id] = useState(() => crypto.randomUUID());
  const [category, setCategory] = useState(file.category);
  const [note, setNote] = useState('');
  const { submit, pending, fault } = useSubmit({
    path: `/cases/${encodeURIComponent(file.number)}/category`,
    conversation,
    done: () => words.reclassified,
    onDone: onClose,
  });
  const names = file.kind === 'complaint' ? catalogue?.complaintCategories : catalogue?.faultCategories;
  return (
    <Dialog title={`${file.number} · ${words.reclassify}`} open onClose={onClose}>
      <Form
        label={words.save}
        ready={category !== null && category !== file.category}
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => submit({ id, category, ...(note.trim() === '' ? {} : { note: note.trim() }) })}
      >
        <Select
          label={words.category}
          value={category}
          placeholder={words.notSet}
          onChange={setCategory}
          options={optionsOf(names, language, categoriesOf(file.kind))}
        />
        <Field label={words.reclassifyNote} rows={2} maxLength={2000} value={note} onChange={setNote} />
      </Form>
    </Dialog>
  );
}
