import { useRef } from 'react';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { useToast } from '../parts/Toast.tsx';
import { texts } from './texts.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly copyLabel: string;
  /** Shown in groups of four, copied without the blanks. */
  readonly grouped?: boolean;
}

/** Something to copy exactly: selected by one click, and by a button where the browser allows it. */
export function Secret({ label, value, copyLabel, grouped = false }: Props) {
  const t = useTexts(texts);
  const say = useToast();
  const box = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      say(t.copied);
    } catch {
      // not allowed, or the console is reached without TLS: it is selected, Ctrl+C copies it
      box.current?.select();
      say(t.copyByHand);
    }
  }

  return (
    <div className="copy-box">
      <input
        className="input"
        ref={box}
        aria-label={label}
        readOnly
        value={grouped ? (value.match(/.{1,4}/g) ?? []).join(' ') : value}
        onFocus={(event) => event.target.select()}
      />
      <Button label={copyLabel} icon="paper" onPress={() => void copy()} />
    </div>
  );
}
