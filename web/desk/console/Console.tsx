import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { StaffView } from '../../../adapters/desk/schemas.ts';
import { useTexts } from '../lib/language.tsx';
import { KEYS, readQueue } from '../lib/queries.ts';
import { useRoute } from '../lib/route.ts';
import { useSession } from '../lib/session.tsx';
import { shellTexts } from '../texts.ts';
import { draftsBelongTo } from './composer/drafts.ts';
import { DeskContext } from './DeskContext.tsx';
import { createDesk } from './desk.ts';
import { Panes } from './Panes.tsx';

/** Queue, conversation and customer side by side, connected for as long as somebody is signed in. */
export function Console({ shown }: { readonly shown: boolean }) {
  const queries = useQueryClient();
  const words = useTexts(shellTexts);
  const session = useSession();
  const { id } = session.user;
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
  }, [session]);
  const route = useRoute();
  const { isSuccess: begun } = useQuery({
    queryKey: KEYS.queue,
    queryFn: readQueue,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const desk = useMemo(() => {
    const onStatus = (status: StaffView['status']) => {
      const { user, change } = latest.current;
      if (user.status !== status) change({ ...user, status });
    };
    return createDesk(queries, id, onStatus);
  }, [queries, id]);
  useEffect(() => draftsBelongTo(id), [id]);
  useEffect(() => (begun ? desk.start() : undefined), [begun, desk]);
  const current = route.view === 'desk' ? route.conversation : null;
  if (!begun) return shown ? <main className="view quiet">{words.loading}</main> : null;
  return (
    <DeskContext value={desk}>
      <Panes shown={shown} current={current} />
    </DeskContext>
  );
}
