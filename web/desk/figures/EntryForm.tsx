import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { ImprovementView } from '../../../adapters/desk/statistics/schemas.ts';
import { useRefusal } from '../admin/shared/refusal.ts';
import { texts as shared } from '../admin/shared/texts.ts';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { Radios } from '../parts/Radios.tsx';
import { useToast } from '../parts/Toast.tsx';
import { useImprovementCalls } from './data.ts';
import { OwnerAndDue } from './OwnerAndDue.tsx';
import { stagesAfter } from './stageOrder.ts';
import { choiceOf, useOwners } from './useOwners.ts';
import { useWords } from './words.ts';

/** The next entry of an improvement: what was done, found or decided. */
export function EntryForm({ of, onDone }: { readonly of: ImprovementView; readonly onDone: () => void }) {
  const { t } = useWords();
  const { cancel } = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const owners = useOwners();
  const { add } = useImprovementCalls();
  const { form, look } = useFirstFault<HTMLFormElement>();
  const [id] = useState(() => crypto.randomUUID());
  const [stage, setStage] = useState(of.stage);
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState(choiceOf(of.owner));
  const [due, setDue] = useState(of.due ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const options = stagesAfter(of.stage).map((each) => ({ id: each, name: t.stages[each] }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    const text = words.trim();
    setFault(text === '' ? t.textMissing : null);
    look();
    if (text === '' || add.isPending) return;
    const entry = { id, stage, text, owner: owners.of(owner), due: due === '' ? null : due };
    add.mutate(
      { of: of.id, entry },
      {
        onSuccess() {
          say(t.added);
          onDone();
        },
      },
    );
  }

  return (
    <Form className="entry-form" ref={form} onSubmit={submit} validationBehavior="aria">
      <div role="alert">
        {add.isError && (
          <p className="notice danger">{refusal(add.error, { NotAllowed: t.moved, NotFound: t.moved })}</p>
        )}
      </div>
      <Radios label={t.stage} options={options} value={stage} onChange={setStage} />
      <Field
        label={t.entry}
        value={words}
        onChange={setWords}
        rows={3}
        maxLength={2000}
        error={fault}
        autoFocus
        required
      />
      <OwnerAndDue owner={owner} onOwner={setOwner} due={due} onDue={setDue} />
      <div className="form-actions">
        <Button label={t.save} variant="primary" submit pending={add.isPending} />
        <Button label={cancel} onPress={onDone} />
      </div>
    </Form>
  );
}
