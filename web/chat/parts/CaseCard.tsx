import { useRef, useState } from 'preact/hooks';
import type { Card } from '../activity.ts';
import type { Texts } from '../texts.ts';
import { Copy, Tick } from './icons.tsx';

interface Props {
  readonly card: Extract<Card, { kind: 'case' }>;
  readonly words: Texts;
}

const copiedShowsMs = 3_000;

/** A case: its number large and easy to copy, and what it says. */
export function CaseCard({ card, words }: Props) {
  const number = useRef<HTMLParagraphElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(card.number);
      setCopied(true);
      setTimeout(() => setCopied(false), copiedShowsMs);
    } catch {
      // The browser forbids it here: select the number, so that one keystroke copies it.
      if (number.current) getSelection()?.selectAllChildren(number.current);
    }
  }

  return (
    <section class="case" aria-label={card.title}>
      <h2>{card.title}</h2>
      <div class="case-number">
        <p ref={number}>{card.number}</p>
        <button type="button" class="plain" onClick={() => void copy()}>
          {copied ? <Tick /> : <Copy />}
          {copied ? words.copied : words.copy}
        </button>
        <span class="hidden" role="status">
          {copied ? words.copied : ''}
        </span>
      </div>
      <dl>
        {card.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
