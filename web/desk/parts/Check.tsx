import { Checkbox, Switch as Toggle } from 'react-aria-components';
import { Icon } from './icons.tsx';

interface Props {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
}

/** Yes or no, as a part of a form. */
export function Check({ label, value, onChange, disabled = false }: Props) {
  return (
    <Checkbox className="check" isSelected={value} onChange={onChange} isDisabled={disabled}>
      <span className="check-box" aria-hidden="true">
        <Icon name="tick" />
      </span>
      {label}
    </Checkbox>
  );
}

/** On or off, at once. */
export function Switch({ label, value, onChange, disabled = false }: Props) {
  return (
    <Toggle className="switch" isSelected={value} onChange={onChange} isDisabled={disabled}>
      {label}
      <span className="switch-track" aria-hidden="true">
        <span className="switch-knob" />
      </span>
    </Toggle>
  );
}
