import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FileFault } from '../files.ts';
import { acceptedTypes } from '../files.ts';
import type { Texts } from '../texts.ts';
import { Clip, Plane } from './icons.tsx';
import { Previews } from './Previews.tsx';

interface Props {
  readonly words: Texts;
  readonly files: readonly File[];
  readonly fault: FileFault | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (rest: readonly File[]) => void;
  readonly onWrite: () => void;
  readonly onSend: (text: string) => void;
}

/** Characters the server takes. */
const limit = 2_000;
const warnFrom = limit - 200;

/** Where the customer writes. Enter sends, Shift+Enter begins a line, an unfinished IME word is left alone. */
export function Composer({ words, files, fault, field, onAdd, onRemove, onWrite, onSend }: Props) {
  const [draft, setDraft] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const length = [...draft].length;
  const ready = length <= limit && (draft.trim() !== '' || files.length > 0);

  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches && window.parent === window) field.current?.focus();
  }, [field]);
  useLayoutEffect(() => grow(field.current, draft), [draft, field]);

  function send(): void {
    if (!ready) return;
    onSend(draft.trim());
    setDraft('');
    field.current?.focus();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Previews files={files} words={words} onRemove={onRemove} />
      <p class="fault" role="alert">
        {fault === undefined ? '' : words[fault]}
      </p>
      <div class="box">
        <textarea
          ref={field}
          rows={1}
          value={draft}
          aria-label={words.message}
          aria-describedby="count"
          aria-invalid={length > limit}
          placeholder={words.placeholder}
          enterkeyhint="send"
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => {
            setDraft(value);
            if (value.trim() !== '') onWrite();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === composing) return;
            event.preventDefault();
            send();
          }}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (pasted.length === 0) return;
            event.preventDefault();
            onAdd(pasted);
          }}
        />
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept={acceptedTypes.join()}
          onChange={({ currentTarget }) => {
            onAdd([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
            field.current?.focus();
          }}
        />
        <button
          type="button"
          class="attach"
          aria-label={words.attach}
          title={words.attach}
          onClick={() => chooser.current?.click()}
        >
          <Clip />
        </button>
        <button type="submit" class="send" aria-label={words.send} title={words.send} aria-disabled={!ready}>
          <Plane />
        </button>
      </div>
      <p id="count" class="count" role="status" data-over={length > limit}>
        {length > limit ? words.tooLong(length - limit) : length >= warnFrom ? words.left(limit - length) : ''}
      </p>
    </form>
  );
}

/** keyCode while an IME is at work, in browsers that end the composition before the key (Safari). */
const composing = 229;

/** As high as its text; the style sheet stops it at five lines. */
function grow(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.style.height = 'auto';
  if (text !== '') field.style.height = `${field.scrollHeight}px`;
}
