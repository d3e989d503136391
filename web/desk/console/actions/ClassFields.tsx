import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Select } from '../../parts/Select.tsx';
import { LEVELS, SEVERITIES } from './labels.ts';
import { optionsOf } from './options.ts';
import { type CaseDraft, categoriesOf } from './prefill.ts';
import { actionTexts } from './texts.ts';

export type Class = Pick<CaseDraft, 'kind' | 'category' | 'severity' | 'level'>;

interface Props {
  readonly value: Class;
  readonly onChange: (change: Partial<Class>) => void;
}

/** What a case is, as far as its kind has such a thing. */
export function ClassFields({ value, onChange }: Props) {
  const words = useTexts(actionTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const categories = categoriesOf(value.kind);
  const names = value.kind === 'complaint' ? catalogue?.complaintCategories : catalogue?.faultCategories;
  return (
    <>
      {categories.length > 0 && (
        <Select
          label={words.category}
          value={value.category}
          placeholder={words.notSet}
          onChange={(category) => onChange({ category })}
          options={optionsOf(names, language, categories)}
        />
      )}
      {value.kind === 'complaint' && (
        <Select
          label={words.severity}
          value={value.severity}
          placeholder={words.notSet}
          onChange={(severity) => onChange({ severity })}
          options={optionsOf(catalogue?.severities, language, SEVERITIES)}
        />
      )}
      {value.kind === 'fault' && (
        <Select
          label={words.level}
          value={value.level}
          placeholder={words.notSet}
          onChange={(level) => onChange({ level })}
          options={optionsOf(catalogue?.faultLevels, language, LEVELS)}
        />
      )}
    </>
  );
}
