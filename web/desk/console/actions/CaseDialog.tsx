import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { ClassFields } from './ClassFields.tsx';
import { Form } from './Form.tsx';
import { CASE_KINDS } from './labels.ts';
import { optionsOf } from './options.ts';
import { caseDraft } from './prefill.ts';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly view: ConversationView;
  readonly onClose: () => void;
}
const STORY_LIMIT = 4_000;

/** Files a case from the conversation, filled in from what is known; the customer is told its number. */
export function CaseDialog({ view, onClose }: Props) {
  const words = useTexts(actionTexts);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [draft, setDraft] = useState(() => caseDraft(view, catalogue));
  const [id] = useState(() => crypto.randomUUID());
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const { submit, pending, fault } = useSubmit<{ readonly number?: string }>({
    path: `/conversations/${encodeURIComponent(view.conversation)}/cases`,
    conversation: view.conversation,
    done: ({ number }) => words.filed(number ?? ''),
    onDone: onClose,
  });
  const { story, ...rest } = draft;
  const known = view.understood.slots.filter(({ field }) => field !== 'story');
  return (
    <Dialog title={words.fileCase} open wide onClose={onClose}>
      <Form
        label={words.file}
        ready={story.trim() !== ''}
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => submit({ id, ...rest, answers: { story: story.trim() } })}
      >
        <div className="field-row">
          <Select
            label={words.kind}
            value={draft.kind}
            onChange={(kind) =>
              set({ kind, category: null, severity: null, level: kind === 'fault' ? 'normal' : null })
            }
            options={optionsOf(catalogue?.caseKinds, language, CASE_KINDS)}
          />
          <ClassFields value={draft} onChange={set} />
          <Select
            label={words.area}
            value={draft.area}
            placeholder={words.notSet}
            onChange={(area) => set({ area })}
            options={optionsOf(catalogue?.areas, language, Object.keys(catalogue?.areas ?? {}))}
          />
        </div>
        <Field
          label={words.story}
          rows={5}
          lang={view.language}
          maxLength={STORY_LIMIT}
          value={story}
          onChange={(value) => set({ story: value })}
          about={words.told}
        />
        {known.length > 0 && (
          <section aria-label={words.known}>
            <h3 className="field-label">{words.known}</h3>
            <dl className="pairs columns">
              {known.map(({ field, label, value }) => (
                <div key={field}>
                  <dt>{label[language]}</dt>
                  <dd lang={view.language}>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </Form>
    </Dialog>
  );
}
