import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { HandoffView } from '../../../adapters/desk/schemas.ts';
import { useRefusal } from '../admin/shared/refusal.ts';
import { texts as shared } from '../admin/shared/texts.ts';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog, DialogFoot } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { useToast } from '../parts/Toast.tsx';
import { useBoardCalls } from './data.ts';
import { useWords } from './words.ts';

/** A word to the agent who has the customer, unseen by the customer. */
export function WhisperDialog({ row, onClose }: { readonly row: HandoffView; readonly onClose: () => void }) {
  const { t, agent } = useWords();
  const { cancel } = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const { whisper } = useBoardCalls();
  // the same id for every try: a repeat after a lost answer is one whisper
  const [id] = useState(() => `whisper-${Date.now()}-${Math.random().toString(36).slice(2)}`);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { form, look } = useFirstFault<HTMLFormElement>();
  const name = row.owner.kind === 'agent' ? agent(row.owner.agent) : '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = text.trim();
    setFault(words === '' ? t.whisperMissing : null);
    look();
    if (words === '' || whisper.isPending) return;
    whisper.mutate(
      { row, id, text: words },
      {
        onSuccess() {
          say(t.whispered);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={t.whisperTitle(name)} open onClose={onClose}>
      <Form className="dialog-form" ref={form} onSubmit={submit} validationBehavior="aria">
        <div role="alert">{whisper.isError && <p className="notice danger">{refusal(whisper.error)}</p>}</div>
        <Field
          label={t.whisperText}
          about={t.whisperHint}
          value={text}
          onChange={setText}
          rows={3}
          maxLength={2000}
          error={fault}
          autoFocus
          required
        />
        <DialogFoot>
          <Button label={cancel} onPress={onClose} />
          <Button label={t.whisperSend} variant="primary" submit pending={whisper.isPending} />
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
