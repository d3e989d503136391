import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { ProblemView } from '../../../adapters/desk/statistics/schemas.ts';
import { useRefusal } from '../admin/shared/refusal.ts';
import { texts as shared } from '../admin/shared/texts.ts';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog, DialogFoot } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { useToast } from '../parts/Toast.tsx';
import { useImprovementCalls } from './data.ts';
import { OwnerAndDue } from './OwnerAndDue.tsx';
import { choiceOf, useOwners } from './useOwners.ts';
import { useWords } from './words.ts';

/** Begins an improvement with its plan. */
export function OpenDialog({ problem, onClose }: { readonly problem: ProblemView; readonly onClose: () => void }) {
  const { t, problem: nameOf } = useWords();
  const { cancel } = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const owners = useOwners();
  const { open } = useImprovementCalls();
  const { form, look } = useFirstFault<HTMLFormElement>();
  const [id] = useState(() => crypto.randomUUID());
  const [plan, setPlan] = useState('');
  const [owner, setOwner] = useState(choiceOf(null));
  const [due, setDue] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const text = plan.trim();
    setFault(text === '' ? t.textMissing : null);
    look();
    if (text === '' || open.isPending) return;
    const { kind, category, area } = problem;
    open.mutate(
      { id, kind, category, area, text, owner: owners.of(owner), due: due === '' ? null : due },
      {
        onSuccess() {
          say(t.started);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={t.improveTitle(nameOf(problem))} open onClose={onClose}>
      <Form className="dialog-form" ref={form} onSubmit={submit} validationBehavior="aria">
        <div role="alert">
          {open.isError && <p className="notice danger">{refusal(open.error, { UnderWay: t.exists })}</p>}
        </div>
        <Field
          label={t.plan}
          about={t.planHint}
          value={plan}
          onChange={setPlan}
          rows={4}
          maxLength={2000}
          error={fault}
          autoFocus
          required
        />
        <OwnerAndDue owner={owner} onOwner={setOwner} due={due} onDue={setDue} />
        <DialogFoot>
          <Button label={cancel} onPress={onClose} />
          <Button label={t.start} variant="primary" submit pending={open.isPending} />
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
