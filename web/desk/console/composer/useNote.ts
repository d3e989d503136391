import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { KEYS } from '../../lib/queries.ts';
import { useToast } from '../../parts/Toast.tsx';
import { changeDraft } from './drafts.ts';
import { composerTexts } from './texts.ts';

/** Keeps a note. One that could not be kept comes back into the field. */
export function useNote(conversation: string) {
  const words = useTexts(composerTexts);
  const say = useToast();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (note: { readonly id: string; readonly text: string }) =>
      call('POST', `/conversations/${encodeURIComponent(conversation)}/notes`, note),
    retry: 1,
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS.conversation(conversation) }),
    onError(_error, { text }) {
      changeDraft(conversation, (draft) => ({ ...draft, note: [text, draft.note].filter(Boolean).join('\n') }));
      say(words.notKept, 'danger');
    },
  });
  return { keep: (text: string) => mutate({ id: crypto.randomUUID(), text }) };
}
