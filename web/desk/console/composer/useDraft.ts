import { useCallback, useSyncExternalStore } from 'react';
import { changeDraft, type Draft, draftOf, listenToDrafts } from './drafts.ts';

/** The draft of a conversation and what changes it. */
export function useDraft(conversation: string) {
  const draft = useSyncExternalStore(listenToDrafts, () => draftOf(conversation));
  const change = useCallback((what: (draft: Draft) => Draft) => changeDraft(conversation, what), [conversation]);
  return [draft, change] as const;
}
