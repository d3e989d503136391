import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * For forms checked on submit: after `look()`, the first field that is marked as faulty gets the focus, so that its fault is
 * read out. Fields mark themselves, as the parts do.
 */
export function useFirstFault<E extends HTMLElement>(): {
  readonly form: RefObject<E | null>;
  readonly look: () => void;
} {
  const form = useRef<E>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return;
    const faulty = '[data-invalid] input, [data-invalid] textarea, [data-invalid] button';
    form.current?.querySelector<HTMLElement>(faulty)?.focus();
  }, [asked]);
  return { form, look: () => setAsked((times) => times + 1) };
}
