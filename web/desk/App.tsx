import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import type { StaffView } from '../../adapters/desk/schemas.ts';
import { SignIn } from './account/SignIn.tsx';
import { Console } from './console/Console.tsx';
import { ApiError, call, setCsrfToken, whenSignedOut } from './lib/api.ts';
import { useTexts } from './lib/language.tsx';
import { useRoute } from './lib/route.ts';
import { SessionContext, type SignedIn, whoAmI } from './lib/session.tsx';
import { Button } from './parts/Button.tsx';
import { EmptyState } from './parts/EmptyState.tsx';
import { Frame } from './shell/Frame.tsx';
import { shellTexts } from './texts.ts';

const Board = lazy(() => import('./board/Board.tsx').then(({ Board }) => ({ default: Board })));
const Figures = lazy(() => import('./figures/Figures.tsx').then(({ Figures }) => ({ default: Figures })));
const Admin = lazy(() => import('./admin/Admin.tsx').then(({ Admin }) => ({ default: Admin })));
const Account = lazy(() => import('./account/Account.tsx').then(({ Account }) => ({ default: Account })));

const ME = ['me'];

/** Whoever is not signed in sees the sign-in page, whoever has a password of somebody else the page to change it. */
export function App() {
  const words = useTexts(shellTexts);
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ME, queryFn: signedInOrNot, staleTime: Number.POSITIVE_INFINITY });

  const enter = useCallback(
    (session: SignedIn | null) => {
      setCsrfToken(session?.csrfToken ?? null);
      // nothing of the former user may be seen by the next
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
      queries.setQueryData(ME, session);
    },
    [queries],
  );
  useEffect(() => whenSignedOut(() => enter(null)), [enter]);
  const { data } = me;
  const session = useMemo(
    () =>
      data && {
        user: data.user,
        administers: data.administers,
        change: (user: StaffView) => queries.setQueryData(ME, { ...data, user }),
        refresh: () => void queries.invalidateQueries({ queryKey: ME }),
        signOut: () => void call('POST', '/logout').finally(() => enter(null)),
      },
    [data, queries, enter],
  );

  if (me.isPending) return <p className="hidden">{words.loading}</p>;
  if (me.isError) {
    return (
      <main className="alone">
        <EmptyState icon="warning" title={words.unreachable} />
        <Button label={words.again} onPress={() => void me.refetch()} />
      </main>
    );
  }
  if (!session) return <SignIn onSignedIn={enter} />;
  return (
    <SessionContext value={session}>
      {session.user.mustChange ? (
        <Suspense fallback={null}>
          <Account />
        </Suspense>
      ) : (
        <Frame>
          <View />
        </Frame>
      )}
    </SessionContext>
  );
}

function View() {
  const words = useTexts(shellTexts);
  const route = useRoute();
  return (
    <>
      {/* kept alive behind the other views, so that no offer is missed and no draft lost */}
      <Console shown={route.view === 'desk'} />
      <Suspense fallback={<p className="view quiet">{words.loading}</p>}>
        {route.view === 'board' && <Board />}
        {route.view === 'figures' && <Figures />}
        {route.view === 'admin' && <Admin />}
        {route.view === 'account' && <Account />}
      </Suspense>
    </>
  );
}

async function signedInOrNot(): Promise<SignedIn | null> {
  try {
    return await whoAmI();
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
