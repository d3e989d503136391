import { createContext, useContext } from 'react';
import type { StaffView } from '../../../adapters/desk/schemas.ts';
import { call, setCsrfToken } from './api.ts';

/** What signing in, and `GET /me` after a reload, give. */
export interface SignedIn {
  readonly user: StaffView;
  readonly csrfToken: string;
  /** May administer accounts now: who stands in for admins does until there is one. */
  readonly administers: boolean;
}

interface Session {
  readonly user: StaffView;
  readonly administers: boolean;
  /** The server told something new of the user, e.g. that the password was changed. */
  readonly change: (user: StaffView) => void;
  /** Asks the server anew who this is. */
  readonly refresh: () => void;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

/** Only inside what is shown to somebody signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('shown without a session');
  return session;
}

export async function whoAmI(): Promise<SignedIn> {
  const answer = await call<SignedIn>('GET', '/me');
  setCsrfToken(answer.csrfToken);
  return answer;
}
