import { useState } from 'react';
import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loaded } from '../shared/Loaded.tsx';
import { AccountSwitch } from './AccountSwitch.tsx';
import { type NewUser, useUsers } from './data.ts';
import { FirstPassword } from './FirstPassword.tsx';
import { ResetPassword } from './ResetPassword.tsx';
import { texts } from './texts.ts';
import { UserForm } from './UserForm.tsx';
import { UserTable } from './UserTable.tsx';

/** What is open above the list. */
export type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'switch' | 'reset'; readonly user: StaffView }
  | { readonly kind: 'password'; readonly made: NewUser };

/** Every account, and what who administers them does with them. */
export function Users() {
  const t = useTexts(texts);
  const query = useUsers();
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const { user: me, refresh } = useSession();
  const standsIn = me.role !== 'admin';
  const close = () => {
    setOpen(null);
    // only now, when a first password was noted down: there may be an admin, and this page is theirs
    if (standsIn) refresh();
  };
  const made = (answer: NewUser) => setOpen({ kind: 'password', made: answer });
  return (
    <div className="admin-screen">
      <div className="page-head">
        <Field label={t.search} type="search" value={wanted} onChange={setWanted} />
        <Button label={t.add} icon="plus" variant="primary" onPress={() => setOpen({ kind: 'add' })} />
      </div>
      {standsIn && <p className="notice">{t.standIn}</p>}
      <Loaded query={query}>{({ users }) => <UserTable users={found(users, wanted)} onOpen={setOpen} />}</Loaded>
      {open?.kind === 'add' && <UserForm user={null} onClose={close} onMade={made} />}
      {open?.kind === 'edit' && <UserForm user={open.user} onClose={close} onMade={made} />}
      {open?.kind === 'switch' && <AccountSwitch user={open.user} onClose={close} />}
      {open?.kind === 'reset' && <ResetPassword user={open.user} onClose={close} onMade={made} />}
      {open?.kind === 'password' && <FirstPassword made={open.made} onClose={close} />}
    </div>
  );
}

/** By name or account; those that are disabled come last. */
function found(users: readonly StaffView[], wanted: string): StaffView[] {
  const needle = wanted.trim().toLowerCase();
  return users
    .filter(({ name, login }) => `${name} ${login}`.toLowerCase().includes(needle))
    .toSorted((a, b) => Number(a.disabled) - Number(b.disabled) || a.login.localeCompare(b.login));
}
