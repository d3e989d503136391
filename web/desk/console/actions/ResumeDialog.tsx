import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Form } from './Form.tsx';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly conversation: string;
  readonly file: ConversationView['cases'][number];
  readonly onClose: () => void;
}

/** The customer answered elsewhere, or is asked no longer: the clocks go on. */
export function ResumeDialog({ conversation, file, onClose }: Props) {
  const words = useTexts(actionTexts);
  const [id] = useState(() => crypto.randomUUID());
  const { submit, pending, fault } = useSubmit({
    path: `/cases/${encodeURIComponent(file.number)}/resume`,
    conversation,
    done: () => words.resumed,
    onDone: onClose,
    refusal: ({ status }) => (status === 409 ? words.cannotResume : null),
  });
  return (
    <Dialog title={`${file.number} · ${words.resume}`} open onClose={onClose}>
      <Form label={words.resume} ready pending={pending} fault={fault} onClose={onClose} submit={() => submit({ id })}>
        <p>{words.resumeAbout}</p>
      </Form>
    </Dialog>
  );
}
