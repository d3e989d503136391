import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { DeskSettingsView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { useToast } from '../../parts/Toast.tsx';
import { useRefusal } from '../shared/refusal.ts';
import { texts as shared } from '../shared/texts.ts';
import { useFirstFault } from '../shared/useFirstFault.ts';
import { Choice } from './Choice.tsx';
import { useSaveSettings } from './data.ts';
import { countOf, type Draft, draftOf, type Faults, faultsOf, OPENINGS, settingsOf } from './draft.ts';
import { HoursEditor } from './HoursEditor.tsx';
import { Notice } from './Notice.tsx';
import { texts } from './texts.ts';

const NO_FAULTS: Faults = { hours: { workingDays: [], otherDays: [] }, notice: {} };

export function SettingsForm({ settings }: { readonly settings: DeskSettingsView }) {
  const t = useTexts(texts);
  const words = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const saving = useSaveSettings();
  // null: as it is saved, so that what somebody else saves shows until this one begins to change something
  const [changed, setChanged] = useState<Draft | null>(null);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const { form, look } = useFirstFault<HTMLFormElement>();
  const draft = changed ?? draftOf(settings);
  const put = (part: Partial<Draft>) => setChanged({ ...draft, ...part });
  const count = countOf(faults);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = faultsOf(draft);
    setFaults(found);
    look();
    if (countOf(found) > 0 || saving.isPending) return;
    saving.mutate(settingsOf(draft), {
      onSuccess() {
        setChanged(null);
        say(t.saved);
      },
    });
  }

  return (
    <Form className="settings-form" ref={form} onSubmit={submit} validationBehavior="aria">
      <section className="page-card">
        <h2>{t.openTitle}</h2>
        <Choice
          label={t.openTitle}
          about={t.openHint}
          options={OPENINGS.map((id) => ({ id, name: t[id] }))}
          value={draft.opening}
          onChange={(opening) => put({ opening })}
        />
      </section>
      <section className="page-card">
        <h2>{t.hoursTitle}</h2>
        <Choice
          label={t.hoursTitle}
          options={[
            { id: 'manual', name: t.manualHours },
            { id: 'own', name: t.ownHours },
          ]}
          value={draft.ownHours ? 'own' : 'manual'}
          onChange={(id) => put({ ownHours: id === 'own' })}
        />
        {draft.ownHours && (
          <HoursEditor hours={draft.hours} faults={faults.hours} onChange={(hours) => put({ hours })} />
        )}
      </section>
      <section className="page-card wide-card">
        <h2>{t.noticeTitle}</h2>
        <Notice notice={draft.notice} faults={faults.notice} onChange={(notice) => put({ notice })} />
      </section>
      <div className="settings-foot">
        <div role="alert">
          {count > 0 && <span className="notice danger">{words.faults(count)}</span>}
          {saving.isError && <span className="notice danger">{refusal(saving.error)}</span>}
        </div>
        {changed !== null && <span className="quiet">{t.dirty}</span>}
        <Button
          label={t.discard}
          disabled={changed === null}
          onPress={() => {
            setChanged(null);
            setFaults(NO_FAULTS);
          }}
        />
        <Button label={words.save} variant="primary" submit pending={saving.isPending} />
      </div>
    </Form>
  );
}
