import { useEffect, useRef, useState } from 'react';
import type { EntryView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { threadTexts } from './texts.ts';

/** Says the customer's new words to assistive technology; what stood there when the conversation was opened is not new. */
export function Announcer({
  entries,
  customer,
}: {
  readonly entries: readonly EntryView[];
  readonly customer: string;
}) {
  const words = useTexts(threadTexts);
  const seen = useRef<number | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly lang: string | null }>({ text: '', lang: null });
  useEffect(() => {
    const last = entries.at(-1);
    if (last === undefined) return;
    const before = seen.current;
    seen.current = last.position;
    if (before === null) return;
    const fresh = entries.filter(({ position, from }) => position > before && from === 'customer');
    const newest = fresh.at(-1);
    if (newest === undefined) return;
    const text = fresh.map((entry) => entry.text || (entry.attachments[0]?.name ?? '')).join(' ');
    setSaid({ text: words.said(customer, text), lang: newest.language });
  }, [entries, customer, words]);
  return (
    <p className="hidden" aria-live="polite" lang={said.lang ?? undefined}>
      {said.text}
    </p>
  );
}
