import { useState } from 'react';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useAgents, useCatalogue } from '../../lib/queries.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Radios } from '../../parts/Radios.tsx';
import { Select } from '../../parts/Select.tsx';
import { useDesk } from '../DeskContext.tsx';
import { Form } from './Form.tsx';
import { actionTexts } from './texts.ts';
import { useSubmit } from './useSubmit.ts';

interface Props {
  readonly conversation: string;
  readonly onClose: () => void;
  /** The customer went to somebody else. */
  readonly onGone: () => void;
}

/** Gives the customer to a colleague who is here, or to a team's queue. */
export function TransferDialog({ conversation, onClose, onGone }: Props) {
  const words = useTexts(actionTexts);
  const language = useLanguage();
  const { me } = useDesk();
  const agents = useAgents(true);
  const catalogue = useCatalogue();
  const [to, setTo] = useState<'agent' | 'team'>('agent');
  const [agent, setAgent] = useState<string | null>(null);
  const [team, setTeam] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { submit, pending, fault } = useSubmit({
    path: `/conversations/${encodeURIComponent(conversation)}/transfer`,
    conversation,
    done: () => words.transferred,
    onDone: onGone,
  });
  const here = (agents ?? []).filter(({ id, present, disabled }) => present && !disabled && id !== me);
  const chosen = to === 'agent' ? agent : team;
  const about = note.trim() === '' ? {} : { note: note.trim() };
  return (
    <Dialog title={words.transfer} open onClose={onClose}>
      <Form
        label={words.transfer}
        ready={chosen !== null}
        pending={pending}
        fault={fault}
        onClose={onClose}
        submit={() => submit(to === 'agent' ? { agent, ...about } : { team, ...about })}
      >
        <Radios
          label={words.transferTo}
          className="segments"
          value={to}
          onChange={setTo}
          options={[
            { id: 'agent', name: words.toAgent },
            { id: 'team', name: words.toTeam },
          ]}
        />
        {to === 'team' ? (
          <Select
            label={words.team}
            value={team}
            onChange={setTeam}
            options={Object.entries(catalogue?.teams ?? {}).map(([id, names]) => ({ id, name: names[language] }))}
          />
        ) : here.length === 0 ? (
          <p className="notice">{words.nobodyElse}</p>
        ) : (
          <Select
            label={words.agent}
            value={agent}
            onChange={setAgent}
            options={here.map(({ id, name, status, load, limit }) => ({
              id,
              name: `${name} · ${words.load(load, limit)}`,
              mark: <span className={`dot ${status}`} aria-hidden="true" />,
            }))}
          />
        )}
        <Field
          label={words.transferNote}
          about={words.transferNoteAbout}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
      </Form>
    </Dialog>
  );
}
