import type { Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search' | 'number' | 'date' | 'time';
  /** Rows of a field of several lines. */
  readonly rows?: number;
  readonly about?: string;
  /** What is wrong with it; null or absent when nothing is. */
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'text' | 'tel';
  readonly lang?: string;
  /** The label is for assistive technology only. */
  readonly labelHidden?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A line or some lines of text with its label, help and fault. */
export function Field(props: Props) {
  const { label, value, onChange, rows, about, error = null } = props;
  const hints = {
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.lang === undefined ? {} : { lang: props.lang }),
  };
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={props.type ?? 'text'}
      isInvalid={error !== null}
      isRequired={props.required ?? false}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete })}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
    >
      <Label className={props.labelHidden ? 'hidden' : 'field-label'}>{label}</Label>
      {rows === undefined ? (
        <Input className="input" {...hints} {...(props.inputRef ? { ref: props.inputRef } : {})} />
      ) : (
        <TextArea className="input" rows={rows} {...hints} />
      )}
      {about !== undefined && (
        <Text slot="description" className="field-about">
          {about}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
