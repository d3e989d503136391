import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { HandoffView } from '../../../adapters/desk/schemas.ts';
import { useRefusal } from '../admin/shared/refusal.ts';
import { texts as shared } from '../admin/shared/texts.ts';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { useTexts } from '../lib/language.tsx';
import { useSession } from '../lib/session.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog, DialogFoot } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { type Option, Select } from '../parts/Select.tsx';
import { useToast } from '../parts/Toast.tsx';
import { type Goal, useBoardCalls } from './data.ts';
import { useShown, useWords } from './words.ts';

/** Gives a customer to an agent who can take them, or to a team. */
export function AssignDialog({ row, onClose }: { readonly row: HandoffView; readonly onClose: () => void }) {
  const { t } = useWords();
  const { cancel } = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const { assign } = useBoardCalls();
  const options = useOptions(row);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { form, look } = useFirstFault<HTMLFormElement>();

  function submit(event: FormEvent): void {
    event.preventDefault();
    setFault(chosen === null ? t.chooseMissing : null);
    look();
    if (chosen === null || assign.isPending) return;
    assign.mutate(
      { row, to: goalOf(chosen), note: note.trim() },
      {
        onSuccess() {
          say(t.assigned);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={t.assignTitle(row.customer)} open onClose={onClose}>
      <Form className="dialog-form" ref={form} onSubmit={submit} validationBehavior="aria">
        <div role="alert">
          {assign.isError && (
            <p className="notice danger">
              {refusal(assign.error, {
                Ended: t.taken,
                Taken: t.taken,
                NotFound: t.taken,
                CannotTransfer: t.cannotAssign,
              })}
            </p>
          )}
        </div>
        <Select
          label={t.assignTo}
          options={options}
          value={chosen}
          onChange={setChosen}
          placeholder={t.choose}
          error={fault}
          required
        />
        <Field label={t.assignNote} value={note} onChange={setNote} rows={3} maxLength={2000} />
        <DialogFoot>
          <Button label={cancel} onPress={onClose} />
          <Button label={t.assign} variant="primary" submit pending={assign.isPending} />
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

/** Agents who are there and free to be given one, then teams. */
function useOptions({ owner }: HandoffView): Option<string>[] {
  const { t, catalogue, named } = useWords();
  const { board } = useShown();
  const { user } = useSession();
  const has = owner.kind === 'agent' ? owner.agent : null;
  const agents = board.agents.filter(
    ({ id, present, status, disabled }) =>
      present && !disabled && status === 'available' && id !== has && id !== user.id,
  );
  return [
    ...agents.map(({ id, name, load, limit }) => ({ id: `agent:${id}`, name: t.assignAgent(name, load, limit) })),
    ...Object.keys(catalogue.teams).map((id) => ({ id: `team:${id}`, name: t.toTeam(named(catalogue.teams, id)) })),
  ];
}

function goalOf(chosen: string): Goal {
  const id = chosen.slice(chosen.indexOf(':') + 1);
  return chosen.startsWith('team:') ? { team: id } : { agent: id };
}
