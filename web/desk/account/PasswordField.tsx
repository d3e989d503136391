import { useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly about?: string;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
}

/** A password that can be pasted and looked at. */
export function PasswordField(props: Props) {
  const t = useTexts(texts);
  const [shown, setShown] = useState(false);
  return (
    <div className="password-box">
      <Field {...props} type={shown ? 'text' : 'password'} maxLength={200} required />
      <Button
        label={shown ? t.hide : t.show}
        icon={shown ? 'cross' : 'eye'}
        iconOnly
        variant="plain"
        className="password-show"
        onPress={() => setShown(!shown)}
      />
    </div>
  );
}
