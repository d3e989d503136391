import { useSession } from '../lib/session.tsx';
import { FirstPassword } from './FirstPassword.tsx';
import { MyAccount } from './MyAccount.tsx';

/** One's own account; nothing but the change of the password while it must be changed. */
export function Account() {
  return useSession().user.mustChange ? <FirstPassword /> : <MyAccount />;
}
