import { useId } from 'react';
import { LANGUAGES, type Language, useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Check } from '../../parts/Check.tsx';
import { languageNames } from '../../texts.ts';
import { texts } from './texts.ts';

interface Props<Id extends string> {
  readonly label: string;
  readonly about?: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly value: readonly Id[];
  readonly onChange: (value: readonly Id[]) => void;
  readonly error?: string | null;
}

/** Some of a few, in their order. */
function Several<Id extends string>({ label, about, options, value, onChange, error = null }: Props<Id>) {
  const change = (id: Id, chosen: boolean) =>
    onChange(options.map((each) => each.id).filter((each) => (each === id ? chosen : value.includes(each))));
  const id = useId();
  return (
    <fieldset
      className="field several"
      aria-describedby={`${id}-about ${id}-error`}
      {...(error === null ? {} : { 'data-invalid': true })}
    >
      <legend className="field-label">{label}</legend>
      <div className="several-choices">
        {options.map((each) => (
          <Check
            key={each.id}
            label={each.name}
            value={value.includes(each.id)}
            onChange={(chosen) => change(each.id, chosen)}
          />
        ))}
      </div>
      {about !== undefined && (
        <p id={`${id}-about`} className="field-about">
          {about}
        </p>
      )}
      <p id={`${id}-error`} className="field-error" role="alert">
        {error}
      </p>
    </fieldset>
  );
}

export function Languages({ value, onChange, error }: Pick<Props<Language>, 'value' | 'onChange' | 'error'>) {
  const t = useTexts(texts);
  const options = LANGUAGES.map((id) => ({ id, name: languageNames[id] }));
  return <Several label={t.spoken} options={options} value={value} onChange={onChange} error={error ?? null} />;
}

/** Teams that the manual no longer has stay with the account until they are taken off. */
export function Teams({ value, onChange }: Pick<Props<string>, 'value' | 'onChange'>) {
  const t = useTexts(texts);
  const language = useLanguage();
  const teams = useCatalogue()?.teams ?? {};
  const ids = [...new Set([...Object.keys(teams), ...value])];
  const options = ids.map((id) => ({ id, name: teams[id]?.[language] ?? id }));
  return <Several label={t.skills} about={t.skillsHint} options={options} value={value} onChange={onChange} />;
}
