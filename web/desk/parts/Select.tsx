import type { ReactNode } from 'react';
import {
  Button,
  Select as Choice,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { Icon } from './icons.tsx';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Before the name, e.g. a coloured dot. */
  readonly mark?: ReactNode;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  /** Null when nothing is chosen yet. */
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string;
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly labelHidden?: boolean;
  readonly className?: string;
}

/** One of a few. */
export function Select<Id extends string>(props: Props<Id>) {
  const { label, options, value, onChange, error = null } = props;
  return (
    <Choice
      className={`field ${props.className ?? ''}`}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      placeholder={props.placeholder ?? '—'}
      isInvalid={error !== null}
      isDisabled={props.disabled ?? false}
      isRequired={props.required ?? false}
      validationBehavior="aria"
    >
      <Label className={props.labelHidden ? 'hidden' : 'field-label'}>{label}</Label>
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover select-popover" offset={4}>
        <ListBox className="list" items={options}>
          {({ id, name, mark }: Option<Id>) => (
            <ListBoxItem className="list-item" id={id} textValue={name}>
              {mark}
              {name}
              {id === value && (
                <span className="tick">
                  <Icon name="tick" />
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Choice>
  );
}
