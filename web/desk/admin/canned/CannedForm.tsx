import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { CannedView } from '../../../../adapters/desk/schemas.ts';
import { ApiError } from '../../lib/api.ts';
import { LANGUAGES, type Language, useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog, DialogFoot } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { useToast } from '../../parts/Toast.tsx';
import { languageNames } from '../../texts.ts';
import { useRefusal } from '../shared/refusal.ts';
import { texts as shared } from '../shared/texts.ts';
import { useFirstFault } from '../shared/useFirstFault.ts';
import { useCannedCalls } from './data.ts';
import { BLANK, type Draft, type Faults, faultsOf, tidied } from './draft.ts';
import { texts } from './texts.ts';

interface Props {
  /** Null makes a new one. */
  readonly reply: CannedView | null;
  readonly all: readonly CannedView[];
  readonly onClose: () => void;
}

export function CannedForm({ reply, all, onClose }: Props) {
  const t = useTexts(texts);
  const words = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const { save } = useCannedCalls();
  const [draft, setDraft] = useState<Draft>(reply ?? BLANK);
  const [faults, setFaults] = useState<Faults>({ text: {} });
  const { form, look } = useFirstFault<HTMLFormElement>();
  const others = all.filter(({ id }) => id !== reply?.id).map(({ shortcut }) => shortcut);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const clean = tidied(draft);
    const found = faultsOf(clean, others);
    setFaults(found);
    look();
    if (found.shortcut !== undefined || Object.keys(found.text).length > 0 || save.isPending) return;
    save.mutate(
      { id: reply?.id ?? null, draft: clean },
      {
        onSuccess() {
          say(t.saved);
          onClose();
        },
        onError(refused) {
          if (refused instanceof ApiError && refused.code === 'ShortcutTaken')
            setFaults({ text: {}, shortcut: 'shortcutTaken' });
          look();
        },
      },
    );
  }

  const wordsOf = (language: Language): string | null => {
    const fault = faults.text[language];
    if (fault === undefined) return null;
    return fault.kind === 'unknownVariable' ? t.unknownVariable(fault.name) : t[fault.kind];
  };
  const taken = faults.shortcut === 'shortcutTaken';

  return (
    <Dialog title={reply === null ? t.addTitle : t.editTitle(reply.shortcut)} open wide onClose={onClose}>
      <Form className="dialog-form" ref={form} onSubmit={submit} validationBehavior="aria">
        <div role="alert">{save.isError && !taken && <p className="notice danger">{refusal(save.error)}</p>}</div>
        <Field
          label={t.shortcut}
          about={t.shortcutHint}
          value={draft.shortcut}
          onChange={(shortcut) => setDraft({ ...draft, shortcut })}
          error={faults.shortcut === undefined ? null : t[faults.shortcut]}
          autoComplete="off"
          maxLength={41}
          autoFocus
          required
        />
        {LANGUAGES.map((language) => (
          <Field
            key={language}
            label={t.textOf(languageNames[language])}
            value={draft.text[language]}
            onChange={(text) => setDraft({ ...draft, text: { ...draft.text, [language]: text } })}
            rows={3}
            lang={language}
            error={wordsOf(language)}
            required
          />
        ))}
        <p className="field-about">{t.variables}</p>
        <DialogFoot>
          <Button label={words.cancel} onPress={onClose} />
          <Button label={words.save} variant="primary" submit pending={save.isPending} />
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
