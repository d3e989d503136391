import { useEffect, useRef } from 'preact/hooks';
import type { Texts } from '../texts.ts';

interface Props {
  readonly words: Texts;
  readonly onEnd: () => void;
  readonly onStay: () => void;
}

/** Asks once more before the agent is let go: a slip of the thumb would cost the customer their place. */
export function EndTalk({ words, onEnd, onStay }: Props) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <fieldset
      class="end-talk"
      aria-labelledby="end-talk"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // it closes this, not the panel the page may live in
        event.stopPropagation();
        onStay();
      }}
    >
      <p id="end-talk">{words.endTalkSure}</p>
      <button type="button" class="soft" onClick={onEnd}>
        {words.endTalkYes}
      </button>
      <button type="button" class="soft" ref={stay} onClick={onStay}>
        {words.endTalkNo}
      </button>
    </fieldset>
  );
}
