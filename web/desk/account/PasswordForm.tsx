import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { StaffView } from '../../../adapters/desk/schemas.ts';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { PasswordField } from './PasswordField.tsx';
import { texts } from './texts.ts';
import { type PasswordFaults, usePasswordChange } from './usePasswordChange.ts';

interface Props {
  /** Whose password it is, for password managers. */
  readonly login: string;
  readonly currentLabel: string;
  /** Known already: it is not asked for. */
  readonly known?: string | null;
  readonly submitLabel: string;
  readonly onDone: (user: StaffView) => void;
}

/** Old password, new password. One field for the new one, which can be looked at, instead of writing it twice. */
export function PasswordForm({ login, currentLabel, known = null, submitLabel, onDone }: Props) {
  const t = useTexts(texts);
  const [current, setCurrent] = useState(known ?? '');
  const [asked, setAsked] = useState(known === null);
  const [next, setNext] = useState('');
  const [faults, setFaults] = useState<PasswordFaults>({});
  const [refused, setRefused] = useState<string | null>(null);
  const { pending, change } = usePasswordChange();
  const { form, look } = useFirstFault<HTMLFormElement>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const outcome = await change(current, next);
    if (outcome.kind === 'done') {
      setCurrent('');
      setNext('');
      setFaults({});
      setRefused(null);
      return onDone(outcome.user);
    }
    // what was remembered is not right any more: it must be seen to be corrected
    if (outcome.faults.current !== undefined) setAsked(true);
    setFaults(outcome.faults);
    setRefused(outcome.words);
    look();
  }

  return (
    <Form className="account-form" ref={form} onSubmit={(event) => void submit(event)} validationBehavior="aria">
      <div role="alert">{refused !== null && <p className="notice danger">{refused}</p>}</div>
      <input
        className="hidden"
        type="text"
        autoComplete="username"
        value={login}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      {asked && (
        <PasswordField
          label={currentLabel}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          error={faults.current ?? null}
        />
      )}
      <PasswordField
        label={t.next}
        about={t.nextHint}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        error={faults.next ?? null}
      />
      <Button label={submitLabel} variant="primary" submit pending={pending} />
    </Form>
  );
}
