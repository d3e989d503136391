import { useEffect, useRef } from 'react';
import { useQueue } from '../lib/queries.ts';
import { anyDraft } from './composer/drafts.ts';
import { useDesk } from './DeskContext.tsx';

/** Lets go of conversations that are neither mine nor on the screen, and asks before a page with unsent words is closed. */
export function useLeaving(current: string | null): void {
  const desk = useDesk();
  const { queue } = useQueue();
  const opened = useRef(new Set<string>());
  useEffect(() => {
    if (current !== null) opened.current.add(current);
    const mine = new Set(queue?.mine.map(({ conversation }) => conversation));
    for (const conversation of opened.current) {
      if (conversation === current || mine.has(conversation)) continue;
      opened.current.delete(conversation);
      desk.leave(conversation);
    }
  }, [desk, current, queue]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (anyDraft() || desk.store.get().outbox.some(({ state }) => state !== 'taken')) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [desk]);
}
