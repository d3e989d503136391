import { useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Radios } from '../../parts/Radios.tsx';
import { Form } from './Form.tsx';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly conversation: string;
  readonly onClose: () => void;
  readonly onGone: () => void;
}
const RESULTS = ['solved', 'follow-up', 'unsolved'] as const;

/** Ends the conversation with a result; the bot answers from then on. */
export function ReturnDialog({ conversation, onClose, onGone }: Props) {
  const words = useTexts(actionTexts);
  const [result, setResult] = useState<(typeof RESULTS)[number]>('solved');
  const [note, setNote] = useState('');
  const { submit, pending, fault } = useSubmit({
    path: `/conversations/${encodeURIComponent(conversation)}/return`,
    conversation,
    done: () => words.returned,
    onDone: onGone,
  });
  return (
    <Dialog title={words.finish} open onClose={onClose}>
      <Form
        label={words.returnIt}
        ready
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => submit({ result, ...(note.trim() === '' ? {} : { note: note.trim() }) })}
      >
        <p className="quiet">{words.finishAbout}</p>
        <Radios
          label={words.result}
          className="segments"
          value={result}
          onChange={setResult}
          options={RESULTS.map((id) => ({ id, name: words.results[id] }))}
        />
        <Field label={words.finishNote} rows={3} maxLength={2000} value={note} onChange={setNote} />
      </Form>
    </Dialog>
  );
}
