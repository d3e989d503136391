import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly name: ReactNode; readonly disabled?: boolean }[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly labelHidden?: boolean;
  /** Small boxes side by side instead of lines. */
  readonly className?: string;
}

/** One of a few, all in sight. */
export function Radios<Id extends string>({ label, options, value, onChange, labelHidden, className }: Props<Id>) {
  return (
    <RadioGroup
      className={`radios ${className ?? ''}`}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={labelHidden ? 'hidden' : 'field-label'}>{label}</Label>
      <div className="radio-list">
        {options.map(({ id, name, disabled }) => (
          <Radio key={id} className="pick" value={id} isDisabled={disabled ?? false}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
