import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { useToast } from '../../parts/Toast.tsx';
import { contextTexts } from './texts.ts';

interface Props {
  readonly conversation: string;
  readonly field: 'name' | 'phone';
  readonly masked: string | null;
  /** Name of the field. */
  readonly what: string;
  readonly allowed: boolean;
}

/** Nobody walks away from a screen with a customer's number on it. */
const SHOWN_MS = 60_000;

/** A personal field, masked until it is asked for; each look is written to the audit by the server. */
export function Reveal({ conversation, field, masked, what, allowed }: Props) {
  const words = useTexts(contextTexts);
  const say = useToast();
  const { data, mutate, isPending, reset } = useMutation({
    mutationFn: () =>
      call<{ value: Record<string, unknown> }>('POST', `/conversations/${encodeURIComponent(conversation)}/reveal`, {
        field,
      }),
    onError: () => say(words.notRevealed, 'danger'),
  });
  useEffect(() => {
    if (data === undefined) return;
    const timer = setTimeout(reset, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [data, reset]);
  if (masked === null) return <span className="quiet">{words.unknown}</span>;
  const value = data?.value[field];
  if (typeof value === 'string') return <strong>{value}</strong>;
  return (
    <>
      {masked}
      {allowed && (
        <Button
          small
          iconOnly
          variant="plain"
          icon="eye"
          label={`${words.reveal(what)}（${words.revealAbout}）`}
          pending={isPending}
          onPress={() => mutate()}
        />
      )}
    </>
  );
}
