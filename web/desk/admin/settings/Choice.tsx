import { Label, Radio, RadioGroup, Text } from 'react-aria-components';

interface Props<Id extends string> {
  readonly label: string;
  readonly about?: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}

/** One of a few, all of them to be seen. */
export function Choice<Id extends string>({ label, about, options, value, onChange }: Props<Id>) {
  return (
    <RadioGroup
      className="field choice"
      value={value}
      onChange={(chosen) => {
        const found = options.find(({ id }) => id === chosen);
        if (found) onChange(found.id);
      }}
    >
      <Label className="hidden">{label}</Label>
      {options.map(({ id, name }) => (
        <Radio key={id} value={id} className="choice-radio">
          <span className="choice-dot" aria-hidden="true" />
          {name}
        </Radio>
      ))}
      {about !== undefined && (
        <Text slot="description" className="field-about">
          {about}
        </Text>
      )}
    </RadioGroup>
  );
}
