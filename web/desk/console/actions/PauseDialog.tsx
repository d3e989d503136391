import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Form } from './Form.tsx';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly conversation: string;
  readonly file: ConversationView['cases'][number];
  readonly onClose: () => void;
}

/** Asks the customer for something: what they say next is the answer, and until then clocks wait. */
export function PauseDialog({ conversation, file, onClose }: Props) {
  const words = useTexts(actionTexts);
  const [question, setQuestion] = useState('');
  const [id] = useState(() => crypto.randomUUID());
  const { submit, pending, fault } = useSubmit({
    path: `/cases/${encodeURIComponent(file.number)}/pause`,
    conversation,
    done: () => words.paused,
    onDone: onClose,
    refusal: ({ status }) => (status === 409 ? words.cannotPause : null),
  });
  return (
    <Dialog title={`${file.number} · ${words.pause}`} open onClose={onClose}>
      <Form
        label={words.pauseIt}
        ready={question.trim() !== ''}
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => submit({ id, question: question.trim() })}
      >
        <Field
          label={words.question}
          about={words.pauseAbout}
          rows={3}
          maxLength={2000}
          value={question}
          onChange={setQuestion}
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
