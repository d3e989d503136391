import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import { ApiError } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog, DialogFoot } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { useToast } from '../../parts/Toast.tsx';
import { useRefusal } from '../shared/refusal.ts';
import { texts as shared } from '../shared/texts.ts';
import { useFirstFault } from '../shared/useFirstFault.ts';
import { type NewUser, useUserCalls } from './data.ts';
import { BLANK, type Draft, type DraftFaults, draftFaults, draftOf } from './draft.ts';
import { Languages, Teams } from './Several.tsx';
import { texts } from './texts.ts';

interface Props {
  /** Null makes a new one. */
  readonly user: StaffView | null;
  readonly onClose: () => void;
  readonly onMade: (made: NewUser) => void;
}
const ROLES = ['agent', 'supervisor', 'admin'] as const;

export function UserForm({ user, onClose, onMade }: Props) {
  const t = useTexts(texts);
  const { save, cancel } = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const { user: me } = useSession();
  const { add, change } = useUserCalls();
  const [draft, setDraft] = useState<Draft>(user ? draftOf(user) : BLANK);
  const [faults, setFaults] = useState<DraftFaults>({});
  const { form, look } = useFirstFault<HTMLFormElement>();
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const words = (field: keyof DraftFaults) => (faults[field] === undefined ? null : t[faults[field]]);
  const error = add.error ?? change.error;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = draftFaults(draft);
    setFaults(found);
    look();
    if (Object.keys(found).length > 0 || add.isPending || change.isPending) return;
    const clean = { ...draft, name: draft.name.trim() };
    if (user === null) {
      add.mutate(clean, { onSuccess: onMade, onError: takenLogin });
      return;
    }
    const { login: _login, ...rest } = clean;
    change.mutate(
      { id: user.id, change: rest },
      {
        onSuccess() {
          say(t.changed);
          onClose();
        },
      },
    );
  }

  function takenLogin(refused: Error): void {
    if (refused instanceof ApiError && refused.code === 'LoginTaken') setFaults({ login: 'loginTaken' });
    look();
  }

  return (
    <Dialog title={user === null ? t.addTitle : t.editTitle(user.name)} open wide onClose={onClose}>
      <Form className="dialog-form" ref={form} onSubmit={submit} validationBehavior="aria">
        <div role="alert">
          {error !== null && faults.login !== 'loginTaken' && (
            <p className="notice danger">{refusal(error, { Yourself: t.yourself })}</p>
          )}
        </div>
        <div className="field-row">
          {user === null && (
            <Field
              label={t.login}
              about={t.loginHint}
              value={draft.login}
              onChange={(login) => put({ login: login.trim() })}
              error={words('login')}
              autoComplete="off"
              maxLength={60}
              autoFocus
              required
            />
          )}
          <Field
            label={t.name}
            about={t.nameHint}
            value={draft.name}
            onChange={(name) => put({ name })}
            error={words('name')}
            autoComplete="off"
            required
          />
        </div>
        <div className="field-row">
          <Select
            label={t.role}
            options={ROLES.map((id) => ({ id, name: t.roleChoice(t.roles[id], t.roleHints[id]) }))}
            value={draft.role}
            onChange={(role) => put({ role })}
            disabled={user?.id === me.id}
          />
          <Field
            label={t.limit}
            about={t.limitHint}
            type="number"
            value={Number.isNaN(draft.limit) ? '' : String(draft.limit)}
            onChange={(limit) => put({ limit: limit === '' ? Number.NaN : Number(limit) })}
            error={words('limit')}
            required
          />
        </div>
        <Languages value={draft.languages} onChange={(languages) => put({ languages })} error={words('languages')} />
        <Teams value={draft.skills} onChange={(skills) => put({ skills })} />
        <DialogFoot>
          <Button label={cancel} onPress={onClose} />
          <Button
            label={user === null ? t.create : save}
            variant="primary"
            submit
            pending={add.isPending || change.isPending}
          />
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
