import { useTexts } from '../lib/language.tsx';
import { Field } from '../parts/Field.tsx';
import { tidyCode } from './calls.ts';
import { texts } from './texts.ts';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
  readonly autoFocus?: boolean;
}

/** Six digits of the authenticator; pasting `123 456` works. */
export function CodeField({ value, onChange, error, autoFocus = false }: Props) {
  const t = useTexts(texts);
  return (
    <Field
      label={t.code}
      about={t.codeHint}
      value={value}
      onChange={(written) => onChange(tidyCode(written))}
      autoComplete="one-time-code"
      inputMode="numeric"
      error={error}
      autoFocus={autoFocus}
      required
    />
  );
}
