import { useState } from 'react';
import type { ConversationView, RightsDone } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { Form } from './Form.tsx';
import { type Deed, rightsTexts } from './rightsTexts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly conversation: string;
  readonly file: ConversationView['cases'][number];
  readonly onClose: () => void;
}

const KEEP_MS = 60_000;
const DEEDS: readonly Deed[] = ['phone', 'name', 'address', 'contact', 'records', 'export'];
const CORRECTS: ReadonlySet<Deed> = new Set<Deed>(['phone', 'name', 'address']);
const DELETES: ReadonlySet<Deed> = new Set<Deed>(['contact', 'records']);

/** What the customer asked for, and what a supervisor does about it: correct, delete, or make a copy. */
export function RightsDialog({ conversation, file, onClose }: Props) {
  const words = useTexts(rightsTexts);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [value, setValue] = useState('');
  const [id] = useState(() => crypto.randomUUID());
  const { submit, pending, fault } = useSubmit<RightsDone>({
    path: `/cases/${encodeURIComponent(file.number)}/rights`,
    conversation,
    done({ changed, staying, file: copy }) {
      if (copy !== null) download(copy);
      if (copy !== null) return words.handedOut;
      return staying === null ? words.corrected(changed.length) : words.deleted(staying.length);
    },
    onDone: onClose,
    refusal: ({ status }) => (status === 409 ? words.notARequest : null),
  });
  const corrects = deed !== null && CORRECTS.has(deed);
  const bodyOf = (chosen: Deed) => {
    if (chosen === 'export') return { id, do: 'export' };
    return CORRECTS.has(chosen)
      ? { id, do: 'correct', field: chosen, value: value.trim() }
      : { id, do: 'delete', what: chosen };
  };
  return (
    <Dialog title={`${file.number} · ${words.rights}`} open onClose={onClose}>
      <Form
        label={words.carryOut}
        ready={deed !== null && (!corrects || value.trim() !== '')}
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => deed !== null && submit(bodyOf(deed))}
      >
        <p className="case-note">{askedIn(file, words)}</p>
        <Select
          label={words.deed}
          options={DEEDS.map((each) => ({ id: each, name: words.deeds[each] }))}
          value={deed}
          onChange={setDeed}
          required
        />
        {corrects && (
          <Field
            label={words.value}
            value={value}
            onChange={setValue}
            maxLength={200}
            {...(deed === 'phone' ? { about: words.phoneAbout, inputMode: 'tel' as const } : {})}
          />
        )}
        {deed !== null && DELETES.has(deed) && <p className="quiet">{words.forGood}</p>}
      </Form>
    </Dialog>
  );
}

/** The customer's wish in their own words, masked as the case is. */
export function askedIn(
  { answers }: ConversationView['cases'][number],
  words: {
    readonly asked: (wish: string | null, said: string) => string;
    readonly wishes: Readonly<Record<string, string>>;
  },
): string {
  const { wish } = answers;
  const name = typeof wish === 'string' ? (words.wishes[wish] ?? null) : null;
  return words.asked(name, String(answers.words ?? answers.story ?? ''));
}

function download({ name, contentType, content }: NonNullable<RightsDone['file']>): void {
  const url = URL.createObjectURL(new Blob([content], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // not at once: some browsers begin to read it only after this
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
