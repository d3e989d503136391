import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { usePreferences } from '../../lib/usePreferences.ts';
import { Button } from '../../parts/Button.tsx';
import { COMPOSER_ID, useActions } from '../ActionsContext.tsx';
import { useDesk } from '../DeskContext.tsx';
import { CannedList } from './CannedList.tsx';
import { Count } from './Count.tsx';
import { unfilled } from './canned.ts';
import { emptyDraft } from './drafts.ts';
import { Limits, useClosed } from './Limits.tsx';
import { Previews } from './Previews.tsx';
import { composerTexts } from './texts.ts';
import { useCannedAt } from './useCannedAt.ts';
import { useDraft } from './useDraft.ts';
import { useFiles } from './useFiles.ts';
import { useNote } from './useNote.ts';

interface Props {
  readonly conversation: string;
  readonly view: ConversationView | undefined;
  /** The customer's. */
  readonly lang: string;
}

/** Of the API; the channel may cut what is shorter into several messages. */
const LIMIT = { reply: 4_000, note: 2_000 };

/** Where one answers the customer or leaves a note. */
export function Composer({ conversation, view, lang }: Props) {
  const words = useTexts(composerTexts);
  const desk = useDesk();
  const { tab, write } = useActions();
  const { enterSends } = usePreferences().preferences;
  const [draft, change] = useDraft(conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  const files = useFiles(conversation, change);
  const note = useNote(conversation);
  const closed = useClosed(view?.limits);
  const text = draft[tab];
  const setText = (value: string) => change((before) => ({ ...before, [tab]: value }));
  const canned = useCannedAt({ field, view, active: tab === 'reply', text, setText });

  const uploading = draft.files.some((file) => file.sent === null);
  const something = text.trim() !== '' || (tab === 'reply' && draft.files.length > 0);
  const blank = tab === 'reply' ? unfilled(text) : null;
  const ready = something && blank === null && text.length <= LIMIT[tab] && !(tab === 'reply' && (uploading || closed));

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  function submit(): void {
    if (!ready) return;
    if (tab === 'note') {
      note.keep(text.trim());
      change((before) => ({ ...before, note: '' }));
      return;
    }
    desk.send({ conversation, text: text.trim(), files: draft.files.flatMap(({ sent }) => sent ?? []) });
    change((before) => ({ ...emptyDraft, note: before.note }));
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    if (tab === 'reply') files.add(draft.files, [...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (tab !== 'reply' || pasted.length === 0) return;
    event.preventDefault();
    files.add(draft.files, pasted);
  };

  return (
    <form
      className="composer"
      data-tab={tab}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(event.dataTransfer.types.includes('Files'));
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
    >
      <fieldset className="composer-tabs">
        <legend className="hidden">{words.tabs}</legend>
        {(['reply', 'note'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="composer-tab" checked={tab === each} onChange={() => write(each)} />
            <span>{words[each]}</span>
          </label>
        ))}
        <Limits limits={view?.limits} />
      </fieldset>
      {tab === 'reply' && <Previews files={draft.files} onRemove={files.remove} />}
      <div className="composer-box">
        {canned.open && <CannedList canned={canned} />}
        <textarea
          id={COMPOSER_ID}
          ref={field}
          value={text}
          rows={2}
          lang={tab === 'reply' ? lang : undefined}
          aria-label={words[tab]}
          placeholder={tab === 'reply' ? words.replyTo : words.noteFor}
          {...canned.aria}
          onChange={({ target }) => {
            setText(target.value);
            if (tab === 'reply') desk.typing(conversation);
          }}
          onSelect={({ currentTarget }) => canned.moved(currentTarget.selectionStart)}
          onPaste={paste}
          onKeyDown={(event) => {
            // while an input method composes, Enter takes a candidate and sends nothing
            if (event.nativeEvent.isComposing || event.keyCode === IME) return;
            if (canned.pressed(event.key)) return event.preventDefault();
            const wanted = enterSends ? !event.shiftKey : event.ctrlKey || event.metaKey;
            if (event.key !== 'Enter' || event.altKey || !wanted) return;
            event.preventDefault();
            submit();
          }}
        />
        <div className="composer-foot">
          {tab === 'reply' && (
            <>
              <input
                ref={picker}
                type="file"
                hidden
                multiple
                accept={
                  view?.limits.files === false ? 'image/*' : 'image/png,image/jpeg,image/gif,image/webp,application/pdf'
                }
                onChange={({ target }) => {
                  files.add(draft.files, [...(target.files ?? [])]);
                  target.value = '';
                }}
              />
              <Button
                label={words.attach}
                icon="clip"
                iconOnly
                small
                variant="plain"
                disabled={view?.limits.images === false && !view.limits.files}
                onPress={() => picker.current?.click()}
              />
            </>
          )}
          <span className="composer-hint">{enterSends ? words.enter : words.ctrlEnter}</span>
          <Count
            length={text.length}
            limit={LIMIT[tab]}
            part={tab === 'reply' ? view?.limits.textLimit : undefined}
            blank={blank}
          />
          <Button
            small
            variant="primary"
            icon={tab === 'reply' ? 'send' : 'note'}
            label={tab === 'reply' ? words.send : words.keep}
            disabled={!ready}
            submit
          />
        </div>
      </div>
      {dragging && tab === 'reply' && <p className="drop-hint">{words.dropHere}</p>}
    </form>
  );
}

/** What browsers report for keys that an input method eats. */
const IME = 229;
