import { Field } from '../parts/Field.tsx';
import { Select } from '../parts/Select.tsx';
import { useOwners } from './useOwners.ts';
import { useWords } from './words.ts';

interface Props {
  readonly owner: string;
  readonly onOwner: (choice: string) => void;
  /** `YYYY-MM-DD`, or empty. */
  readonly due: string;
  readonly onDue: (day: string) => void;
}

/** Who sees to a stage, and until when. */
export function OwnerAndDue({ owner, onOwner, due, onDue }: Props) {
  const { t } = useWords();
  const { options } = useOwners();
  return (
    <div className="field-row">
      <Select label={t.owner} options={options} value={owner} onChange={onOwner} />
      <Field label={t.due} type="date" value={due} onChange={onDue} />
    </div>
  );
}
