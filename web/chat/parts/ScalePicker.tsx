import type { Language } from '../activity.ts';
import type { Scale } from '../scale.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly scale: Scale;
  /** Of the question. */
  readonly language: Language | undefined;
  readonly words: Texts;
  readonly onSay: (text: string) => void;
}

/** A survey's scale as a row of targets with words at its ends, and the ways around it below. */
export function ScalePicker({ scale: { kind, points, rest }, language, words, onSay }: Props) {
  // a long scale may wrap, so its ends are named by their numbers as well
  const low = kind === 'recommend' ? `0 ${words.unlikely}` : points.at(0)?.word;
  const high = kind === 'recommend' ? `10 ${words.likely}` : points.at(-1)?.word;
  return (
    <>
      <fieldset class={`scale ${kind}`} aria-label={words.scale}>
        <div class="points" lang={language}>
          {points.map(({ number, title, value }) => (
            <button type="button" key={number} aria-label={title} title={title} onClick={() => onSay(value)}>
              {number}
            </button>
          ))}
        </div>
        <p class="ends" lang={kind === 'rating' ? language : undefined}>
          <span>{low}</span>
          <span>{high}</span>
        </p>
      </fieldset>
      {rest.length > 0 && (
        <fieldset class="rest" aria-label={words.replies} lang={language}>
          {rest.map(({ title, value }) => (
            <button type="button" class="plain" key={title} onClick={() => onSay(value)}>
              {title}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}
