import { type FormEvent, type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { useRefusal } from '../admin/shared/refusal.ts';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { ApiError } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { CodeField } from './CodeField.tsx';
import { isCode } from './calls.ts';
import { texts } from './texts.ts';

interface Props {
  readonly send: (code: string) => Promise<unknown>;
  readonly action: string;
  readonly onCancel: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Something that a code of the authenticator proves. */
export function CodeForm({ send, action, onCancel, onDone, children }: Props) {
  const t = useTexts(texts);
  const refusal = useRefusal();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const { form, look } = useFirstFault<HTMLFormElement>();

  function wordsOf(error: unknown): string {
    if (!(error instanceof ApiError)) return refusal(error);
    return error.status === 429 ? t.tooMany : refusal(error, { WrongCode: t.codeWrong });
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const found = isCode(code) ? await send(code).then(() => null, wordsOf) : t.codeFaulty;
    setPending(false);
    if (found === null) return onDone();
    setFault(found);
    look();
  }

  return (
    <Form className="account-form" ref={form} onSubmit={(event) => void submit(event)} validationBehavior="aria">
      {children}
      <CodeField value={code} onChange={setCode} error={fault} />
      <div className="form-actions">
        <Button label={action} variant="primary" submit pending={pending} />
        <Button label={t.cancel} onPress={onCancel} />
      </div>
    </Form>
  );
}
