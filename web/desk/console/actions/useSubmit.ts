import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, call } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { KEYS } from '../../lib/queries.ts';
import { useToast } from '../../parts/Toast.tsx';
import { actionTexts } from './texts.ts';

interface Options<Answer> {
  readonly path: string;
  readonly method?: 'POST' | 'PATCH';
  /** Read again when it is done. */
  readonly conversation: string;
  /** What to say when it is done. */
  readonly done: (answer: Answer) => string;
  readonly onDone: () => void;
  /** Words for a refusal of this action; null for the usual ones. */
  readonly refusal?: (error: ApiError) => string | null;
}

/** Sends a form of a dialog. The body carries the dialog's own id, so that a repeat has no second effect. */
export function useSubmit<Answer>(options: Options<Answer>) {
  const words = useTexts(actionTexts);
  const say = useToast();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: unknown) => call<Answer>(options.method ?? 'POST', options.path, body),
    async onSuccess(answer) {
      say(options.done(answer));
      options.onDone();
      await Promise.all([
        queries.invalidateQueries({ queryKey: KEYS.conversation(options.conversation) }),
        queries.invalidateQueries({ queryKey: KEYS.queue }),
      ]);
    },
  });
  const fault =
    error instanceof ApiError && error.status < 500
      ? (options.refusal?.(error) ?? words.failed(error.code))
      : error === null
        ? null
        : words.unreachable;
  return { submit: mutate, pending: isPending, fault };
}
