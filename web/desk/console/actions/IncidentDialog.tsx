import { useState } from 'react';
import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import type { IncidentGrade, IncidentStepName } from '../../../../domain/cases/incident.ts';
import { useTexts } from '../../lib/language.tsx';
import { Check } from '../../parts/Check.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { Form } from './Form.tsx';
import { type Incident, incidentTexts } from './incidentTexts.ts';
import { GRADES, STEPS } from './labels.ts';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly conversation: string;
  readonly file: ConversationView['cases'][number];
  readonly incident: Incident;
  readonly onClose: () => void;
}
interface Draft {
  /** Of these words: what was refused may be put right and sent again. */
  readonly id: string;
  readonly step: IncidentStepName;
  readonly grade: IncidentGrade | null;
  readonly nobodyAffected: boolean;
  readonly text: string;
}

/** Records a step of handling an incident; the next one that is not recorded is chosen. */
export function IncidentDialog({ conversation, file, incident, onClose }: Props) {
  const words = useTexts(incidentTexts);
  const { save } = useTexts(actionTexts);
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ id: crypto.randomUUID(), step: nextOf(incident), grade: incident.grade, nobodyAffected: false, text: '' },
  }));
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, id: crypto.randomUUID(), ...change }));
  const { id, step, grade, nobodyAffected } = draft;
  const text = draft.text.trim();
  const { submit, pending, fault } = useSubmit({
    path: `/cases/${encodeURIComponent(file.number)}/incident`,
    conversation,
    done: () => words.recorded(words.steps[step]),
    onDone: onClose,
    refusal: ({ status, code }) => (code === 'SameHand' ? words.ownWork : status === 409 ? words.outOfTurn : null),
  });
  const nobody = step === 'told' && nobodyAffected;
  const more = step === 'graded' ? { grade } : nobody ? { nobodyAffected } : {};
  return (
    <Dialog title={words.recordStep(file.number)} open onClose={onClose}>
      <Form
        label={save}
        ready={text !== '' && (step !== 'graded' || grade !== null)}
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => submit({ id, step, text, ...more })}
      >
        <Select
          label={words.step}
          value={step}
          onChange={(chosen) => set({ step: chosen })}
          options={STEPS.filter((each) => incident.next.includes(each)).map((each) => ({
            id: each,
            name: words.steps[each],
          }))}
          required
        />
        {step === 'graded' && (
          <>
            <Select
              label={words.grade}
              value={grade}
              onChange={(chosen) => set({ grade: chosen })}
              options={GRADES.map((each) => ({ id: each, name: words.grades[each] }))}
              required
            />
            <p className="quiet">{words.callsDuty}</p>
          </>
        )}
        {step === 'told' && (
          <Check
            label={words.nobodyAffected}
            value={nobodyAffected}
            onChange={(chosen) => set({ nobodyAffected: chosen })}
          />
        )}
        <Field
          label={nobody ? words.whyNobody : words.what[step]}
          rows={4}
          maxLength={2000}
          value={draft.text}
          onChange={(given) => set({ text: given })}
        />
      </Form>
    </Dialog>
  );
}

/** The first that may be recorded and is not; else any that may. */
function nextOf({ steps, next }: Incident): IncidentStepName {
  const done = new Set(steps.filter(({ stands }) => stands).map(({ step }) => step));
  return STEPS.find((step) => next.includes(step) && !done.has(step)) ?? next[0] ?? 'graded';
}
